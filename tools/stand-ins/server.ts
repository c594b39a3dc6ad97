import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What goes wrong on demand: too slow, something else than JSON, far too much of it, the connection cut, a bare 500. */
export type Fault = 'slow' | 'garbage' | 'huge' | 'cut' | 'status_500';

/** Answers with the JSON to send; `Fault` instead of it sends no proper answer at all. */
export type Handler = (received: Received) => object | Fault;

export interface RunningServer {
  url: string;
  stop: () => Promise<void>;
}

/** A server on this machine only. `slow` answers never come; they are given up when it stops. */
export async function serve(handle: Handler, port = 0): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
      const body = Buffer.concat(chunks).toString('utf8');
      const { method = 'GET', headers } = request;
      answer(response, handle({ method, path: pathname, query: searchParams, headers, body }));
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(response: ServerResponse, what: object | Fault): void {
  switch (what) {
    case 'slow':
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"errcode":', () => response.destroy());
      return;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>502 Bad Gateway</title></html>');
      return;
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ x: 'x'.repeat(2_000_000) }));
      return;
    case 'status_500':
      response.writeHead(500).end();
      return;
    default:
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(what));
  }
}

/** Faults waiting for the next requests of a path, first come first served. */
export class Faults<T> {
  private readonly waiting: { path: string; fault: T }[] = [];

  /** The next `times` requests of this path fail so. */
  plan(path: string, fault: T, times = 1): void {
    for (let i = 0; i < times; i += 1) this.waiting.push({ path, fault });
  }

  /** The fault of this request, if one was planned. */
  take(path: string): T | undefined {
    const at = this.waiting.findIndex((each) => each.path === path);
    return at === -1 ? undefined : this.waiting.splice(at, 1)[0]?.fault;
  }

  clear(): void {
    this.waiting.length = 0;
  }
}
