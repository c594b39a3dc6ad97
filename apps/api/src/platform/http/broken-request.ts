import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { common, problemDocument, type Refusal } from '../errors';

const REFUSALS: Record<string, () => Refusal> = {
  ERR_HTTP_REQUEST_TIMEOUT: common.request_timed_out,
  HPE_HEADER_OVERFLOW: common.headers_too_large,
};

/** Answers what never became a request (too slow, no HTTP) as everything else is answered, and hangs up. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  const refusal = (REFUSALS[error.code ?? ''] ?? common.malformed)();
  const body = JSON.stringify(problemDocument(refusal, randomUUID()));
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
      'content-type: application/problem+json; charset=utf-8',
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  );
}
