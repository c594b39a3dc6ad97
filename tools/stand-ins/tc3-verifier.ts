import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface SignedRequest {
  method: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const FORM =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;
const TOLERANCE_S = 300;

/**
 * Whether a request was signed with the key, by the server's side of the signature method v3: everything is taken from
 * what arrived, whatever headers the client says it signed.
 * @returns null when it was, else Tencent's error code
 */
export function tc3Problem(
  { method, headers, body }: SignedRequest,
  keys: { secretId: string; secretKey: string },
  nowMs: number,
): string | null {
  const found = FORM.exec(headers.authorization ?? '');
  if (!found) return 'AuthFailure.InvalidAuthorization';
  const [, secretId, date = '', service = '', signedHeaders = '', signature = ''] = found;
  if (secretId !== keys.secretId) return 'AuthFailure.SecretIdNotFound';
  const names = signedHeaders.split(';');
  if (!names.includes('content-type') || !names.includes('host')) return 'AuthFailure.InvalidAuthorization';
  if (names.join() !== [...names].sort().join()) return 'AuthFailure.SignatureFailure';

  const timestamp = String(headers['x-tc-timestamp'] ?? '');
  if (!(Math.abs(nowMs / 1_000 - Number(timestamp)) <= TOLERANCE_S)) return 'AuthFailure.SignatureExpire';
  if (new Date(Number(timestamp) * 1_000).toISOString().slice(0, 10) !== date) return 'AuthFailure.SignatureFailure';

  const lines = names.map((name) => `${name}:${String(headers[name]).trim().toLowerCase()}`);
  const canonical = `${method}\n/\n\n${lines.join('\n')}\n\n${signedHeaders}\n${digest(body)}`;
  const text = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${service}/tc3_request\n${digest(canonical)}`;
  const dayKey = keyed(Buffer.from(`TC3${keys.secretKey}`), date);
  const expected = keyed(keyed(keyed(dayKey, service), 'tc3_request'), text);
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? null : 'AuthFailure.SignatureFailure';
}

const digest = (text: string): string => createHash('sha256').update(Buffer.from(text)).digest('hex');
const keyed = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(Buffer.from(text)).digest();
