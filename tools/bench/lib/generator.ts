// The load, in a process of its own: bare sockets, because an HTTP client would cost more than what is measured.
import { connect } from 'node:net';

/** One burst: over `connections` kept-alive connections, one request at a time on each. */
export interface Burst {
  port: number;
  connections: number;
  /** Whole HTTP requests, sent in turn. */
  requests: string[];
  /** Goes round the requests until then; without it each is sent once. */
  durationMs?: number;
  /** Anything else fails the burst. */
  expectedStatus: number;
}

export type BurstResult = { answered: number; elapsedMs: number } | { failure: string };

/** Sends a burst and counts the answers. */
async function send(burst: Burst): Promise<BurstResult> {
  const startedAt = performance.now();
  let sent = 0;
  let answered = 0;
  const next = (): string | undefined => {
    const { durationMs, requests } = burst;
    const over = durationMs === undefined ? sent === requests.length : performance.now() - startedAt >= durationMs;
    if (over) return undefined;
    sent += 1;
    return requests[(sent - 1) % requests.length];
  };
  const connections = Array.from({ length: burst.connections }, () => converse(burst, next, () => (answered += 1)));
  await Promise.all(connections);
  return { answered, elapsedMs: performance.now() - startedAt };
}

function converse(burst: Burst, next: () => string | undefined, onAnswer: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: burst.port, host: '127.0.0.1', noDelay: true }).setEncoding('latin1');
    let received = '';
    const speak = () => {
      const request = next();
      if (request !== undefined) socket.write(request);
      else {
        resolve();
        socket.end();
      }
    };
    socket.on('connect', speak);
    socket.on('data', (chunk: string) => {
      received += chunk;
      const answer = readAnswer(received);
      if (answer === null) return;
      if (answer.status !== burst.expectedStatus || received.length !== answer.length) {
        reject(new Error(`expected ${burst.expectedStatus}, received:\n${received.slice(0, 1_000)}`));
        socket.destroy();
        return;
      }
      received = '';
      onAnswer();
      speak();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed a connection.')));
  });
}

/** Null while the answer is not complete. Latin-1 text has a character a byte, so lengths agree. */
function readAnswer(received: string): { status: number; length: number } | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const head = received.slice(0, headEnd);
  const status = Number(head.slice(9, 12));
  const bodyLength = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const length = headEnd + 4 + bodyLength;
  return received.length < length ? null : { status, length };
}

process.on('message', (burst: Burst) => {
  void send(burst)
    .catch((error: unknown): BurstResult => ({ failure: String(error) }))
    .then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
