import { createHash } from 'node:crypto';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * One spelling for one value: object keys sorted by code unit, no white space, members that are undefined left out.
 * Whoever writes the same facts in any language obtains the same bytes, so a hash can be checked from outside.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('only safe integers have one spelling');
    return String(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${members.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** SHA-256 of the canonical form, 64 lower-case hex digits. */
export function contentHash(value: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(value as Json), 'utf8')
    .digest('hex');
}
