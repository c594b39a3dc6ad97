import { setTimeout } from 'node:timers/promises';
import { talk, type Heard } from '../../hardening/sockets';
import { routesOf, type Route } from '../asking';

/** How somebody who never finishes a sentence, or says too much, speaks to a route. */
type Manner = (head: string) => { first: string; drip?: string };

const BODY = 'content-type: application/json\r\n';
/** Each opens a connection of its own; `drip` is said again and again, until the server hangs up. */
export const MANNERS: Record<string, Manner> = {
  'headers that drip': (head) => ({ first: head, drip: 'x-slow: 1\r\n' }),
  'a body that drips': (head) => ({ first: `${head}${BODY}content-length: 900\r\n\r\n{`, drip: ' ' }),
  'chunks that drip': (head) => ({ first: `${head}${BODY}transfer-encoding: chunked\r\n\r\n`, drip: '1\r\n \r\n' }),
  'a body that never comes': (head) => ({ first: `${head}${BODY}content-length: 9\r\n\r\n` }),
  'a chunk that is none': (head) => ({
    first: `${head}${BODY}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  }),
  'a chunk too long to count': (head) => ({
    first: `${head}${BODY}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n`,
  }),
  'a request and then rubbish': (head) => ({ first: `${head}\r\n\0\x01\xffRUBBISH ${'x'.repeat(500)}\r\n\r\n` }),
};

/** What came back to each manner of speaking to each route; all of them at once. */
export function speakToAll(url: string, routes: ReturnType<typeof routesOf>): Promise<[what: string, heard: Heard][]> {
  return Promise.all(
    Object.entries(routes).flatMap(([operation, route]) =>
      Object.entries(MANNERS).map(async ([manner, of]): Promise<[string, Heard]> => [
        `${operation}: ${manner}`,
        await talk(url, async (socket) => {
          const { first, drip } = of(headOf(route));
          socket.write(Buffer.from(first, 'latin1'));
          while (drip !== undefined && socket.writable && !socket.closed) {
            await setTimeout(400);
            socket.write(drip);
          }
        }),
      ]),
    ),
  );
}

const SOME_ID = '0b7e9a4e-63a0-4a43-9f55-0d8f7f3f6a11';
const headOf = ({ method, path }: Route) =>
  `${method} ${path.replace(/\{\w+\}/g, SOME_ID)} HTTP/1.1\r\nhost: 127.0.0.1\r\nx-jiati-client: h5\r\n`;
