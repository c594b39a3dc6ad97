import { hashing } from './hashing.ts';

/**
 * One spelling for one value: keys sorted by code unit, no white space, members that are undefined left out, whole
 * numbers only. Written a second time here on purpose: what checks the API shares no code with it.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('only safe integers have one spelling');
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError('not a value of JSON');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical form, 64 lower-case hex digits. */
export async function hashOf(value: unknown): Promise<string> {
  return hex(await hashing().sha256(new TextEncoder().encode(canonicalJson(value))));
}

const RECEIPT_ROUNDS = 200;

/** PBKDF2-SHA-256 of a receipt code, salted with the ballot's id, 64 hex digits. */
export async function receiptHashOf(receiptCode: string, ballotId: string): Promise<string> {
  const text = new TextEncoder();
  return hex(await hashing().pbkdf2(text.encode(receiptCode), text.encode(ballotId), RECEIPT_ROUNDS));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
