import { createHash, createHmac } from 'node:crypto';

/** A POST to Tencent Cloud's API 3.0, as far as its signature goes. */
export interface Tc3Request {
  secretId: string;
  secretKey: string;
  /** The first part of the host, e.g. `sms`. */
  service: string;
  /** As it stands in the Host header, with its port where there is one. */
  host: string;
  action: string;
  contentType: string;
  body: string;
  at: Date;
}

const SIGNED_HEADERS = 'content-type;host;x-tc-action';

/**
 * The Authorization header of the signature method v3 (TC3-HMAC-SHA256), which binds the body, the host, the action and
 * the day to our key. Source: cloud.tencent.com/document/api/382/52072, with a worked example that the spec repeats.
 */
export function tc3Authorization(request: Tc3Request): string {
  const { secretId, secretKey, service, host, action, contentType, body, at } = request;
  const headers = `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonicalRequest = ['POST', '/', '', headers, SIGNED_HEADERS, sha256(body)].join('\n');
  const day = at.toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', tc3Timestamp(at), scope, sha256(canonicalRequest)].join('\n');
  const key = [day, service, 'tc3_request'].reduce<Buffer | string>(hmac, `TC3${secretKey}`);
  const signature = hmac(key, toSign).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`;
}

/** Seconds since 1970, as X-TC-Timestamp has them. */
export function tc3Timestamp(at: Date): string {
  return String(Math.floor(at.getTime() / 1_000));
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
