/** Why a service outside gave no usable answer. `sent` is false only when it surely did not receive the question. */
export class GatewayFailure extends Error {
  constructor(
    readonly reason: 'timeout' | 'unreachable' | 'cut' | 'too_large' | 'not_json' | 'unexpected_status' | 'unexpected',
    readonly sent: boolean,
  ) {
    super(reason);
    this.name = 'GatewayFailure';
  }
}

/** One question. The address may hold secrets: neither it nor the body is ever put into an error. */
export interface Question {
  method: 'GET' | 'POST';
  url: URL;
  headers?: Record<string, string>;
  body?: string;
  timeoutMs: number;
}

/** Far more than any answer of these services, far less than would hurt. */
const MOST_BYTES = 64 * 1024;

const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Asks a service outside and returns its JSON object. No redirect is followed: it would carry a secret elsewhere.
 * @throws GatewayFailure for everything but a whole JSON object with status 200, within the time and 64 KiB
 */
export async function askGateway({ timeoutMs, url, ...question }: Question): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...question, redirect: 'manual', signal });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new GatewayFailure('unexpected_status', true);
    }
    return parsed(await boundedText(response));
  } catch (error) {
    if (error instanceof GatewayFailure) throw error;
    if (signal.aborted) throw new GatewayFailure('timeout', true);
    const code = (error as { cause?: { code?: string } }).cause?.code ?? '';
    throw NOT_SENT.has(code) ? new GatewayFailure('unreachable', false) : new GatewayFailure('cut', true);
  }
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new GatewayFailure('too_large', true);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new GatewayFailure('not_json', true);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new GatewayFailure('not_json', true);
  return value as Record<string, unknown>;
}
