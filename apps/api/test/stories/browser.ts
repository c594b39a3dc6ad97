import { randomUUID } from 'node:crypto';
import { CreateOfficer } from '../../src/modules/accounts';
import { totpCode, totpStep } from '../../src/modules/accounts/second-factor/totp';
import { HOME, type Answer, type TestApi } from '../harness';

type Headers = Record<string, string>;

/** A browser: keeps the cookies it is given and sends them back, whatever front end it shows. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly api: TestApi,
    readonly client: 'h5' | 'office' = 'office',
  ) {}

  get = (url: string, headers?: Headers) => this.send('GET', url, undefined, headers);
  post = (url: string, body?: object, headers?: Headers) => this.send('POST', url, body, headers);
  put = (url: string, body?: object, headers?: Headers) => this.send('PUT', url, body, headers);
  delete = (url: string, headers?: Headers) => this.send('DELETE', url, undefined, headers);

  async send(method: string, url: string, body?: object, headers: Headers = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.api
      .http(undefined, this.client)
      .send(method, url, body, { ...(cookie ? { cookie } : {}), ...headers });
    const given = answer.headers['set-cookie'];
    for (const line of Array.isArray(given) ? given : given ? [String(given)] : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** A browser with the same cookies: someone who got hold of them, say. */
  copy(): Browser {
    const copy = new Browser(this.api, this.client);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }
}

const PASSWORD = 'korridor-teppich-41';

/** One of the staff at their desk, with an authenticator app in the pocket. */
export class Desk {
  browser: Browser;
  secret = '';
  recoveryCodes: string[] = [];

  private constructor(
    readonly api: TestApi,
    readonly username: string,
    public password: string,
    readonly accountId: string,
  ) {
    this.browser = new Browser(api);
  }

  /** Someone whose account was just made; `temporary` when the password was told to them. */
  static async begin(api: TestApi, { temporary = false } = {}): Promise<Desk> {
    const username = `desk-${randomUUID().slice(0, 8)}`;
    const account = { username, displayName: '王主任', password: PASSWORD, mustChangePassword: temporary, ...HOME };
    const { id } = await api.app.get(CreateOfficer).execute(account);
    return new Desk(api, username, PASSWORD, id);
  }

  /** Someone who has set everything up and is signed in. */
  static async ready(api: TestApi): Promise<Desk> {
    const desk = await Desk.begin(api);
    await desk.typesPassword();
    await desk.enrols();
    return desk;
  }

  /** The first step, in a browser of its own unless said. */
  typesPassword(password = this.password, browser = this.browser): Promise<Answer> {
    return browser.post('/api/session/password', { username: this.username, password });
  }

  typesTotp(code = this.shows(), browser = this.browser): Promise<Answer> {
    return browser.post('/api/session/totp', { code });
  }

  /** What the app shows now. */
  shows(): string {
    return totpCode(this.secret, totpStep(this.api.clock.now()));
  }

  /** Six digits the app does not show these minutes. */
  otherDigits(): string {
    const step = totpStep(this.api.clock.now());
    const near = [-2, -1, 0, 1, 2].map((away) => totpCode(this.secret, step + away));
    return ['111222', '333444', '555666', '777888', '999000', '121212'].find((code) => !near.includes(code))!;
  }

  async enrols(): Promise<Answer> {
    this.secret = (await this.browser.post('/api/session/totp-enrolment')).body.secret;
    const answer = await this.browser.post('/api/session/totp-enrolment/confirm', { code: this.shows() });
    this.recoveryCodes = answer.body.recoveryCodes;
    return answer;
  }

  /** Both steps, in another browser, with the next code the app shows. */
  async signsInElsewhere(): Promise<Browser> {
    const elsewhere = new Browser(this.api);
    this.api.clock.advanceMinutes(1);
    await this.typesPassword(this.password, elsewhere);
    await this.typesTotp(undefined, elsewhere);
    return elsewhere;
  }
}
