import { Agent, request, type ClientRequest, type IncomingHttpHeaders } from 'node:http';

/** A request as one of the house's people sends it. */
export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  /** Whose session; nobody's without it. */
  token?: string;
  office?: boolean;
  body?: object;
  /** The address a reverse proxy would name. */
  from?: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  // What is in it is what is being looked at.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** A request that got no whole answer. */
export class Cut extends Error {
  constructor(
    /** `ECONNREFUSED`, `ECONNRESET`, … or `TIMEOUT`. */
    readonly code: string,
    /** Bytes of an answer had come already. */
    readonly answerBegan: boolean,
  ) {
    super(code);
  }

  /** Nobody listened: nothing of the request went out. */
  get neverBegan(): boolean {
    return this.code === 'ECONNREFUSED';
  }
}

const PATIENCE_MS = 30_000;

/** Many clients of one server, each on a kept connection, `connections` at the most. */
export class Clients {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @throws Cut when no whole answer came */
  send(ask: Ask): Promise<Answer> {
    const { sent, payload, answer } = this.open(ask);
    sent.end(payload);
    return answer;
  }

  /**
   * Begins a request and waits until the server has read its head and asks for the rest.
   * @returns sends the rest; rejects as `send` does
   */
  async begin(ask: Ask): Promise<() => Promise<Answer>> {
    const { sent, payload, answer } = this.open(ask, { expect: '100-continue' });
    await Promise.race([answer, new Promise((resolve) => sent.once('continue', resolve))]);
    return () => {
      sent.end(payload);
      return answer;
    };
  }

  private open({ method, path, token, office = false, body, from }: Ask, more: Record<string, string> = {}) {
    const client = office ? 'office' : 'h5';
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const sent = request(`${this.url}${path}`, {
      method,
      agent: this.agent,
      headers: {
        'x-jiati-client': client,
        ...(token === undefined ? {} : { cookie: `jiati_${client}=${token}` }),
        ...(payload === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        ...(from === undefined ? {} : { 'x-forwarded-for': from }),
        ...more,
      },
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(Object.assign(new Error(), { code: 'TIMEOUT' })));
    return { sent, payload, answer: answerTo(sent) };
  }

  close(): void {
    this.agent.destroy();
  }
}

function answerTo(sent: ClientRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let answerBegan = false;
    const fail = (error: NodeJS.ErrnoException) => reject(new Cut(error.code ?? error.message, answerBegan));
    sent.once('error', fail);
    sent.once('response', (response) => {
      answerBegan = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', fail);
      response.once('aborted', () => fail(Object.assign(new Error(), { code: 'ABORTED' })));
      response.once('end', () => {
        if (!response.complete) return;
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = String(response.headers['content-type'] ?? '').includes('json');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: isJson && text !== '' ? JSON.parse(text) : text,
        });
      });
    });
  });
}

/** Sends everything, so many at a time, and gives the results in the order of what was sent. */
export async function together<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const place = next;
      next += 1;
      results[place] = await work(items[place]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

/** An answer in a sentence that says what went wrong. */
export const show = (answer: Answer | undefined): string => `${answer?.status} ${JSON.stringify(answer?.body)}`;

/** Whether an answer is a refusal as every front end knows to read it. */
export function isPlainRefusal({ status, headers, body }: Answer): boolean {
  return (
    status >= 400 &&
    String(headers['content-type']).startsWith('application/problem+json') &&
    typeof body.code === 'string' &&
    typeof body.title === 'string'
  );
}

/** 503 as it must be: with the time to come back, and in words that say what to do. */
export function isCleanly503(answer: Answer): boolean {
  const { status, headers, body } = answer;
  return status === 503 && isPlainRefusal(answer) && Number(headers['retry-after']) > 0 && /请.*再试/.test(body.title);
}
