import { Agent, request, type IncomingHttpHeaders } from 'node:http';

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
  send({ method, path, token, office = false, body, from }: Ask): Promise<Answer> {
    const client = office ? 'office' : 'h5';
    const payload = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      let answerBegan = false;
      const fail = (error: NodeJS.ErrnoException) => reject(new Cut(error.code ?? error.message, answerBegan));
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
        },
      });
      sent.setTimeout(PATIENCE_MS, () => sent.destroy(Object.assign(new Error(), { code: 'TIMEOUT' })));
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
      sent.end(payload);
    });
  }

  close(): void {
    this.agent.destroy();
  }
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

/** Whether an answer is a refusal as every front end knows to read it. */
export function isPlainRefusal({ status, headers, body }: Answer): boolean {
  return (
    status >= 400 &&
    String(headers['content-type']).startsWith('application/problem+json') &&
    typeof body.code === 'string' &&
    typeof body.title === 'string'
  );
}

/** 503 as it must be: with the time to come back, and in words. */
export function isCleanly503(answer: Answer): boolean {
  return answer.status === 503 && isPlainRefusal(answer) && Number(answer.headers['retry-after']) > 0;
}
