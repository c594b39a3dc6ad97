import { resolved, type Schema, type Schemas } from '../sample';

/** What the API's document says about a value; `unreadable` is no JSON (or no text) at all, `open` is left to the route. */
export type Verdict = 'valid' | 'invalid' | 'unreadable' | 'open';

const DEEPEST = 16;
const TREACHEROUS_KEYS = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];
const HALF_A_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Whether a value is one, said by the schema and by what each format means here. */
export function says(schema: Schema, value: unknown, schemas: Schemas): 'valid' | 'invalid' {
  return isStorable(value) && fits(schema, value, schemas) ? 'valid' : 'invalid';
}

function fits(schema: Schema, value: unknown, schemas: Schemas): boolean {
  if (value === null) return schema.nullable === true;
  const shape = resolved(schema, schemas);
  switch (shape.type) {
    case 'integer':
      return Number.isInteger(value) && (value as number) >= shape.minimum! && (value as number) <= shape.maximum!;
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && isText(shape, value.normalize('NFC'));
    case 'array':
      return Array.isArray(value) && isList(shape, value, schemas);
    default:
      return (
        typeof value === 'object' && !Array.isArray(value) && isObject(shape, value as Record<string, unknown>, schemas)
      );
  }
}

function isList(
  { items, minItems = 0, maxItems = Infinity, uniqueItems }: Schema,
  list: unknown[],
  schemas: Schemas,
): boolean {
  if (list.length < minItems || list.length > maxItems) return false;
  if (uniqueItems && new Set(list).size < list.length) return false;
  return list.every((item) => fits(items!, item, schemas));
}

function isObject(shape: Schema, object: Record<string, unknown>, schemas: Schemas): boolean {
  if (shape.additionalProperties === true) return true;
  const { properties = {}, required = [] } = shape;
  return (
    required.every((name) => Object.hasOwn(object, name)) &&
    Object.entries(object).every(
      ([name, member]) => Object.hasOwn(properties, name) && fits(properties[name]!, member, schemas),
    )
  );
}

/** A line is trimmed before it is looked at; a password is taken as it was typed. */
function isText({ enum: literals, format, pattern, minLength, maxLength = Infinity }: Schema, text: string): boolean {
  if (literals) return literals.includes(text);
  if (format === 'uuid')
    return (
      /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text) && !text.endsWith('\n')
    );
  if (format === 'date') return isDay(text);
  if (format === 'date-time') return isInstant(text);
  if (format === 'byte')
    return (
      text.length > 0 &&
      text.length % 4 === 0 &&
      text.length <= maxLength &&
      /^[A-Za-z0-9+/]+={0,2}$/.test(text) &&
      !text.includes('\n')
    );
  const kept = format === 'password' || minLength === undefined ? text : text.trim();
  const length = [...kept].length;
  if (length < (minLength ?? 0) || length > maxLength) return false;
  if (format === 'line' && /[\p{Cc}\u2028\u2029]/u.test(kept)) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(kept);
}

function isDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined) return false;
  const time = Date.UTC(year, month! - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day && time >= EARLIEST && time < LATEST;
}

function isInstant(text: string): boolean {
  const [, day, hour, minute, second, offset] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return false;
  const [offsetHour = 0, offsetMinute = 0] = offset === 'Z' ? [] : offset!.slice(1).split(':').map(Number);
  return Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60 && offsetHour < 24 && offsetMinute < 60;
}

/** PostgreSQL holds no NUL, and half a pair is no character; nobody needs sixteen levels or a member called __proto__. */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !HALF_A_PAIR.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  return Object.entries(value).every(
    ([key, member]) => !TREACHEROUS_KEYS.includes(key) && isStorable(key) && isStorable(member, depth + 1),
  );
}

/** Reads JSON text the way the API does. */
export function read(json: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
}
