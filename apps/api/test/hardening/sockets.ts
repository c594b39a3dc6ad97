import { connect, type Socket } from 'node:net';

/** What came back over a connection of its own, and how long it took to be closed. */
export interface Heard {
  status: number;
  headers: string;
  body: string;
  afterMs: number;
}

/**
 * Opens a connection, lets `speak` write to it as slowly as it likes, and listens until the server hangs up.
 * @param url where the server listens
 */
export async function talk(url: string, speak: (socket: Socket) => void | Promise<void>): Promise<Heard> {
  const { hostname, port } = new URL(url);
  const startedAt = performance.now();
  const socket = connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  socket.on('error', () => undefined); // hanging up in the middle of our sentence is what some tests wait for
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await speak(socket);
  await closed;
  const [headers = '', ...body] = text.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(headers)?.[1] ?? 0),
    headers: headers.toLowerCase(),
    body: body.join('\r\n\r\n'),
    afterMs: performance.now() - startedAt,
  };
}

/** One whole request that asks for the connection to be closed. */
export const request = (line: string, headers: Record<string, string> = {}, body = ''): string =>
  [
    `${line} HTTP/1.1`,
    'host: 127.0.0.1',
    'connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === '' ? [] : [`content-length: ${Buffer.byteLength(body)}`]),
    '',
    body,
  ].join('\r\n');
