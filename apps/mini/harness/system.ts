import { spawn } from 'node:child_process';
import path from 'node:path';

/** The real API on a database of its own, with the demo's estate. */
export interface TestSystem {
  url: string;
  /** The WeChat that the API asks; it also plays the WeChat app on the phones. */
  wechatUrl: string;
  stop(): Promise<void>;
}
export interface DemoGuide {
  people: { role: string; title: string; username?: string; password?: string; phone?: string; totpCode?: string }[];
  stairwells: { code: string; label: string; note: string }[];
  slips: { code: string; roomNo: string; pin: string }[];
  phoneCodes: { phone: string; code: string }[];
}

const root = path.resolve(__dirname, '../../..');

/** The system that global-setup started for this run. */
export function runningSystem(): Pick<TestSystem, 'url' | 'wechatUrl'> {
  const { JIATI_HARNESS_URL: url, JIATI_HARNESS_WECHAT_URL: wechatUrl } = process.env;
  if (!url || !wechatUrl) throw new Error('The system of this run was not started.');
  return { url, wechatUrl };
}

/** Starts the system in a process of its own: it is written as ES modules, the specs run as CommonJS. */
export async function startSystem(): Promise<TestSystem> {
  const child = spawn(
    process.execPath,
    ['--import', '@swc-node/register/esm-register', path.join(__dirname, 'serve-system.mts')],
    { cwd: path.join(root, 'tools'), stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { url, wechatUrl } = await new Promise<Omit<TestSystem, 'stop'>>((resolve, reject) => {
    let heard = '';
    child.once('exit', (code) => reject(new Error(`The system ended while starting (${code}).`)));
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      const line = heard.split('\n').find((each) => each.startsWith('{"url"'));
      if (line) resolve(JSON.parse(line) as Omit<TestSystem, 'stop'>);
    });
  });
  return {
    url,
    wechatUrl,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Asks the API directly, beside the phone: what really stands in the books. */
export class Books {
  private constructor(
    private readonly url: string,
    private readonly token: string | null,
  ) {}

  static ofEveryone(system: Pick<TestSystem, 'url'>): Books {
    return new Books(system.url, null);
  }

  /** The books as the office sees them. */
  static ofOfficer(system: Pick<TestSystem, 'url'>): Books {
    return new Books(system.url, process.env.JIATI_HARNESS_OFFICER ?? null);
  }

  /** Signs the office in, once for all specs: a code of the authenticator app is good for one sign-in only. */
  static async officerToken(system: Pick<TestSystem, 'url'>): Promise<string> {
    const everyone = Books.ofEveryone(system);
    const wang = async () => (await everyone.guide()).people.find((person) => person.username === 'wang')!;
    const { username, password } = await wang();
    const half = await everyone.signedIn('/api/session/password', { username, password });
    // Read just before it is used: it changes every half minute.
    return (await half.signedIn('/api/session/totp', { code: (await wang()).totpCode })).token!;
  }

  /** The books as the person sees them who is logged in on a phone. */
  static ofSession(system: Pick<TestSystem, 'url'>, token: string): Books {
    return new Books(system.url, token);
  }

  async guide(): Promise<DemoGuide> {
    return (await this.get('/api/demo')) as DemoGuide;
  }

  /** The code last sent to a telephone; the demo shows it. */
  async phoneCode(phone: string): Promise<string> {
    const sent = (await this.guide()).phoneCodes.filter((each) => each.phone === phone);
    return sent.at(-1)!.code;
  }

  get(path: string): Promise<unknown> {
    return this.ask('GET', path);
  }

  post(path: string, body: unknown): Promise<unknown> {
    return this.ask('POST', path, body);
  }

  private async signedIn(path: string, body: unknown): Promise<Books> {
    const { token } = (await this.post(path, body)) as { token: string };
    return new Books(this.url, token);
  }

  private async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        'x-jiati-client': 'weapp',
        'content-type': 'application/json',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = response.status === 204 ? null : await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }
}
