import { common } from '../errors';
import { messages } from './copy/messages';

const DEEPEST = 16;
/**
 * Names through which a plain object could pass for something else. Every object has them already, so the check for
 * unknown fields overlooks them.
 */
const TREACHEROUS_KEYS = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Makes every string of a request storable and comparable: NFC, and a refusal for what PostgreSQL cannot hold (NUL)
 * or would silently replace (half a surrogate pair).
 * @returns the same structure with normalised strings
 */
export function clean(value: unknown, path = '', depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value, path);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  if (depth >= DEEPEST) throw refuse(path, messages.tooDeep());
  if (Array.isArray(value)) return value.map((item, index) => clean(item, join(path, String(index)), depth + 1));
  const treacherous = Object.keys(value).find((key) => TREACHEROUS_KEYS.has(key));
  if (treacherous) throw refuse(join(path, treacherous), messages.unknownField(treacherous));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [cleanText(key, path), clean(item, join(path, key), depth + 1)]),
  );
}

function cleanText(text: string, path: string): string {
  if (text.includes('\0') || LONE_SURROGATE.test(text)) throw refuse(path, messages.badCharacters());
  return text.normalize('NFC');
}

/** Joins the segments of a field's path with dots. */
export function join(path: string, segment: string): string {
  return path === '' ? segment : `${path}.${segment}`;
}

function refuse(path: string, message: string) {
  return common.malformed({ errors: [{ path: printable(path), message }] });
}

/** A path may itself hold what could not be stored. */
function printable(path: string): string {
  return path.slice(0, 200).replace(/[^\p{L}\p{N}._-]/gu, '?');
}
