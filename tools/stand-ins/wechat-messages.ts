/** A subscription message as it stands in somebody's WeChat. */
export interface DeliveredMessage {
  openid: string;
  page: string;
  values: Record<string, string>;
}

/** What the product's reminder template asks for, by the rules of each kind of value. */
const KEYS: Record<string, RegExp> = {
  thing1: /^.{1,20}$/u,
  time2: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/,
};
/** The pages of the mini-program as it is live; any other is refused. */
const PAGES = new Set(['pages/home/index', 'pages/stairwell/index', 'pages/ballot/index']);
const STATES = new Set(['developer', 'trial', 'formal']);

/**
 * `message/subscribe/send` as documented: one “allow” of a person is one message, however long ago it was, and nobody is
 * told how many are left.
 */
export class SubscribedMessages {
  readonly inbox: DeliveredMessage[] = [];
  /** Every request whole, delivered or not. */
  readonly bodies: string[] = [];
  private readonly allowed = new Map<string, number>();

  constructor(private readonly templateId: string) {}

  /** The person taps “allow” once more. */
  allow(openid: string): void {
    this.allowed.set(openid, this.leftOf(openid) + 1);
  }

  /** The person forbids it in the settings of the mini-program. */
  forbid(openid: string): void {
    this.allowed.set(openid, 0);
  }

  /** 0 and delivered, or the errcode. */
  send(message: Record<string, unknown>): number {
    const { touser: openid, template_id: templateId, page, data, miniprogram_state: state } = message;
    if (typeof openid !== 'string' || !/^o[\w-]{27}$/.test(openid)) return 40003;
    if (templateId !== this.templateId) return 40037;
    if (typeof page === 'string' && !PAGES.has(page.split('?', 1)[0]!)) return 41030;
    const values = valuesOf(data);
    if (!values || (state !== undefined && !STATES.has(String(state)))) return 47003;
    if (this.leftOf(openid) === 0) return 43101;
    this.allowed.set(openid, this.leftOf(openid) - 1);
    this.inbox.push({ openid, page: String(page ?? ''), values });
    return 0;
  }

  private leftOf(openid: string): number {
    return this.allowed.get(openid) ?? 0;
  }
}

/** Every key of the template with a value that fits, and no other; else null. */
function valuesOf(data: unknown): Record<string, string> | null {
  const entries = Object.entries((data ?? {}) as Record<string, { value?: unknown } | null>);
  const values = Object.fromEntries(entries.map(([key, content]) => [key, String(content?.value ?? '')]));
  const fits = Object.entries(KEYS).every(([key, kind]) => kind.test(values[key] ?? ''));
  return fits && entries.length === Object.keys(KEYS).length ? values : null;
}
