/** Who is logged in to WeChat on a phone. */
export interface WechatUser {
  /** Where WeChat itself is played, e.g. `http://127.0.0.1:41234`. */
  url: string;
  /** Two phones with the same name are the same user. */
  name: string;
  /** The number of this WeChat. */
  phone: string;
}

/** The WeChat app of a phone, as far as it hands out codes. */
export class WechatAccount {
  /** What the person answers when WeChat asks whether the mini-program may know the number. */
  allowsPhone = true;

  constructor(private readonly user?: WechatUser) {}

  /** The single-use code of `wx.login`. */
  loginCode(): Promise<string> {
    return this.ask('/stand-in/login-codes', { user: this.known().name });
  }

  /** What a tap on a button with `open-type="getPhoneNumber"` leads to. */
  async phoneNumberEvent(): Promise<{ code?: string; errMsg: string }> {
    if (!this.allowsPhone) return { errMsg: 'getPhoneNumber:fail user deny' };
    return {
      code: await this.ask('/stand-in/phone-codes', { phone: this.known().phone }),
      errMsg: 'getPhoneNumber:ok',
    };
  }

  private known(): WechatUser {
    if (!this.user) throw new Error('Nobody is logged in to WeChat on this phone.');
    return this.user;
  }

  private async ask(path: string, about: object): Promise<string> {
    const answer = await fetch(this.known().url + path, { method: 'POST', body: JSON.stringify(about) });
    return ((await answer.json()) as { code: string }).code;
  }

  /** The part of `wx` that is about the user. */
  asWx() {
    return {
      login: (options: LoginOptions = {}) => {
        void this.loginCode().then(
          (code) => finish(options, 'success', { code, errMsg: 'login:ok' }),
          (error: Error) => finish(options, 'fail', { errMsg: `login:fail ${error.message}` }),
        );
      },
      checkSession: (options: LoginOptions = {}) => finish(options, 'success', { errMsg: 'checkSession:ok' }),
    };
  }
}

type LoginOptions = {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
};

function finish(options: LoginOptions, how: 'success' | 'fail', result: object): void {
  options[how]?.(result);
  options.complete?.(result);
}
