/** Who is logged in to WeChat on a phone. */
export interface WechatUser {
  /** Where WeChat itself is played, e.g. `http://127.0.0.1:41234`. */
  url: string;
  /** Two phones with the same name are the same user. */
  name: string;
  /** The number of this WeChat. */
  phone: string;
}

/** What WeChat answers for a template, or the number of its refusal to ask at all. */
export type MessageAnswer = 'accept' | 'reject' | 'ban' | number;

/** The WeChat app of a phone, as far as it hands out codes and asks for permissions. */
export class WechatAccount {
  /** What the person answers when WeChat asks whether the mini-program may know the number. */
  allowsPhone = true;
  /** What comes of asking whether it may send a message. */
  messageAnswer: MessageAnswer = 'accept';
  /** How often WeChat's own settings were opened. */
  settingsOpened = 0;
  /** A finger is tapping just now: at no other time WeChat asks for a message. */
  isTapped = false;

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

  private async askedForMessage(templateIds: readonly string[]): Promise<object> {
    const { messageAnswer } = this;
    if (typeof messageAnswer === 'number') throw messageAnswer;
    if (messageAnswer === 'accept') await this.tell('/stand-in/allowed-messages', { user: this.known().name });
    return Object.fromEntries(templateIds.map((id) => [id, messageAnswer]));
  }

  private known(): WechatUser {
    if (!this.user) throw new Error('Nobody is logged in to WeChat on this phone.');
    return this.user;
  }

  private async ask(path: string, about: object): Promise<string> {
    return ((await this.tell(path, about)) as { code: string }).code;
  }

  private async tell(path: string, about: object): Promise<unknown> {
    const answer = await fetch(this.known().url + path, { method: 'POST', body: JSON.stringify(about) });
    return answer.json();
  }

  /** The part of `wx` that is about the user. */
  asWx() {
    return {
      login: (options: Callbacks = {}) => {
        void this.loginCode().then(
          (code) => finish(options, 'success', { code, errMsg: 'login:ok' }),
          (error: Error) => finish(options, 'fail', { errMsg: `login:fail ${error.message}` }),
        );
      },
      requestSubscribeMessage: (options: Callbacks & { tmplIds: string[] }) => {
        const fail = (errCode: number, why: string) =>
          finish(options, 'fail', { errCode, errMsg: `requestSubscribeMessage:fail ${why}` });
        if (!this.isTapped) return fail(10005, 'can only be invoked by user TAP gesture.');
        void this.askedForMessage(options.tmplIds).then(
          (answers) => finish(options, 'success', { ...answers, errMsg: 'requestSubscribeMessage:ok' }),
          (errCode: number) => fail(errCode, 'not asked'),
        );
      },
      openSetting: (options: Callbacks = {}) => {
        this.settingsOpened += 1;
        finish(options, 'success', { authSetting: {}, errMsg: 'openSetting:ok' });
      },
      checkSession: (options: Callbacks = {}) => finish(options, 'success', { errMsg: 'checkSession:ok' }),
    };
  }
}

type Callbacks = {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
};

function finish(options: Callbacks, how: 'success' | 'fail', result: object): void {
  options[how]?.(result);
  options.complete?.(result);
}
