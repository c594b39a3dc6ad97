import { scryptAsync } from '@noble/hashes/scrypt.js';
import { randomBytes } from '@/platform/random-bytes';

/** About 16 MB and a good part of a second on a tablet. The API's own hash is the strong one; this one is for landings. */
const cost = { N: 2 ** 14, r: 8, p: 1, dkLen: 32 };

/** What a PIN can be compared with later, without keeping the PIN: `salt.hash` in hex. */
export async function verifierOf(pin: string): Promise<string> {
  const salt = await randomBytes(16);
  return `${hexOf(salt)}.${hexOf(await hashOf(pin, salt))}`;
}

/** Whether this is the PIN the verifier was made of. */
export async function pinMatches(pin: string, verifier: string): Promise<boolean> {
  const [salt = '', hash = ''] = verifier.split('.');
  return hexOf(await hashOf(pin, bytesOf(salt))) === hash;
}

/** Bytes on both sides: a mini-program has no TextEncoder. */
function hashOf(pin: string, salt: Uint8Array): Promise<Uint8Array> {
  return scryptAsync(
    Uint8Array.from(pin, (digit) => digit.charCodeAt(0)),
    salt,
    cost,
  );
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
