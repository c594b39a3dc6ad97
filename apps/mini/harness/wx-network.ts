import { settle } from './wx-storage';

interface RequestOptions {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  dataType?: string;
  responseType?: string;
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
}
type NetworkListener = (change: { isConnected: boolean; networkType: string }) => void;

/** The phone's network: every request goes to the one API under test, unless the phone is offline. */
export class PhoneNetwork {
  online = true;
  /** How many requests left the phone and were not answered yet. */
  pending = 0;
  readonly log: { method: string; path: string; status: number | null }[] = [];
  private readonly listeners = new Set<NetworkListener>();

  constructor(private readonly apiBase: string) {}

  switchTo(online: boolean): void {
    this.online = online;
    for (const listener of this.listeners) listener({ isConnected: online, networkType: this.networkType });
  }

  private get networkType(): string {
    return this.online ? 'wifi' : 'none';
  }

  /** The part of `wx` that talks to the network. */
  asWx() {
    return {
      request: (options: RequestOptions) => this.request(options),
      getNetworkType: (options: object) => settle(options, () => ({ networkType: this.networkType, errMsg: 'ok' })),
      onNetworkStatusChange: (listener: NetworkListener) => void this.listeners.add(listener),
      offNetworkStatusChange: (listener?: NetworkListener) =>
        listener ? void this.listeners.delete(listener) : this.listeners.clear(),
    };
  }

  private request(options: RequestOptions): { abort(): void; onHeadersReceived(): void; offHeadersReceived(): void } {
    const aborter = new AbortController();
    this.pending += 1;
    void this.send(options, aborter.signal)
      .then(
        (result) => (options.success?.(result), options.complete?.(result)),
        (error: Error) => {
          const failure = { errMsg: `request:fail ${error.message}`, errno: 600001 };
          options.fail?.(failure);
          options.complete?.(failure);
        },
      )
      .finally(() => (this.pending -= 1));
    return { abort: () => aborter.abort(), onHeadersReceived() {}, offHeadersReceived() {} };
  }

  private async send(options: RequestOptions, signal: AbortSignal): Promise<unknown> {
    const address = new URL(options.url);
    const method = (options.method ?? 'GET').toUpperCase();
    const entry: (typeof this.log)[number] = { method, path: address.pathname, status: null };
    this.log.push(entry);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!this.online) throw new Error('net::ERR_INTERNET_DISCONNECTED');
    const target = new URL(address.pathname + address.search, this.apiBase);
    const carriesBody = method !== 'GET' && method !== 'HEAD' && options.data !== undefined;
    if (!carriesBody && options.data && typeof options.data === 'object') {
      for (const [name, value] of Object.entries(options.data)) target.searchParams.set(name, String(value));
    }
    const response = await fetch(target, {
      method,
      signal,
      headers: { ...(carriesBody ? { 'content-type': 'application/json' } : {}), ...lowerCased(options.header) },
      ...(carriesBody ? { body: typeof options.data === 'string' ? options.data : JSON.stringify(options.data) } : {}),
    });
    entry.status = response.status;
    const body = await response.text();
    return {
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      data: options.dataType === undefined || options.dataType === 'json' ? parsed(body) : body,
      cookies: [],
      errMsg: 'request:ok',
    };
  }
}

function lowerCased(header: Record<string, string> = {}): Record<string, string> {
  // Cookies and the referrer are not the mini-program's to set.
  return Object.fromEntries(
    Object.entries(header)
      .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
      .filter(([name]) => !['cookie', 'referer', 'content-length'].includes(name)),
  );
}

/** WeChat hands over the text itself when it is not JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
