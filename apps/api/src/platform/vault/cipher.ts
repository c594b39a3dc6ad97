import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const HEADER_BYTES = 3;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes of every key: data, index and envelope. */
export const KEY_BYTES = 32;

/**
 * AES-256-GCM under a random 96-bit nonce (NIST SP 800-38D §8.2.2: at most 2³² times a key, which no town reaches).
 * The header and the context are authenticated: the bytes open under no other key, in no other place.
 * @param keyId 0 to 65,535; written down so that the right key is found again
 * @returns format (1 byte) · key id (2, big-endian) · nonce (12) · ciphertext · tag (16)
 */
export function encrypt(key: Buffer, keyId: number, context: string, plain: Buffer): Buffer {
  const header = Buffer.from([FORMAT, keyId >> 8, keyId & 0xff]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.concat([header, Buffer.from(context)]));
  return Buffer.concat([header, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the bytes were made under another key or for another context, or were changed since */
export function decrypt(key: Buffer, context: string, sealed: Buffer): Buffer {
  if (keyIdOf(sealed) === null) throw new Error('these bytes are not sealed in a format known here');
  const header = sealed.subarray(0, HEADER_BYTES);
  const nonce = sealed.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.concat([header, Buffer.from(context)]));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES + NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** The id of the key that sealed these bytes; null when they are nothing this code ever made. */
export function keyIdOf(sealed: Buffer): number | null {
  if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES || sealed[0] !== FORMAT) return null;
  return sealed.readUInt16BE(1);
}
