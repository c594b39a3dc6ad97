import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Client } from '../../src/platform/access';

/** What came back. `body` is parsed JSON, or text when it is not JSON. */
export interface Answer {
  status: number;
  // A test asserts on the body field by field; its shape is what is being tested.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  headers: Record<string, string | string[] | number | undefined>;
  bytes: Buffer;
}

/** One file of a multipart request. */
export interface Upload {
  file: Buffer;
  fileName: string;
  fields?: Record<string, string>;
}

/** A session as its front end holds it. */
export interface Holder {
  token: string;
  /** Where it was started; only there is it good. */
  client?: Client;
}

/** Requests of one front end, as one session or as nobody; paths are whole (`/api/…`). */
export class Http {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly holder: Holder | undefined,
    private readonly client: Client,
  ) {}

  get = (url: string, headers?: Record<string, string>) => this.send('GET', url, undefined, headers);
  post = (url: string, body?: unknown, headers?: Record<string, string>) => this.send('POST', url, body, headers);
  put = (url: string, body?: unknown, headers?: Record<string, string>) => this.send('PUT', url, body, headers);
  patch = (url: string, body?: unknown, headers?: Record<string, string>) => this.send('PATCH', url, body, headers);
  delete = (url: string, headers?: Record<string, string>) => this.send('DELETE', url, undefined, headers);

  /** Any method; a string or Buffer body goes out as it is, anything else as JSON. */
  async send(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const response = await this.app.inject({
      method: method as 'GET',
      url,
      headers: {
        'x-jiati-client': this.client,
        ...this.credential(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: raw ? (body as string) : JSON.stringify(body) }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: isJson ? JSON.parse(response.body) : response.body,
      headers: response.headers,
      bytes: response.rawPayload,
    };
  }

  /** A mini-program sends a header, a browser its cookie. */
  private credential(): Record<string, string> {
    if (!this.holder) return {};
    const { token } = this.holder;
    return this.client === 'weapp' ? { authorization: `Bearer ${token}` } : { cookie: `jiati_${this.client}=${token}` };
  }

  /** A multipart form with one file, as a browser sends it. */
  async upload(url: string, { file, fileName, fields = {} }: Upload): Promise<Answer> {
    const boundary = '----jiati';
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.send('POST', url, body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
  }
}
