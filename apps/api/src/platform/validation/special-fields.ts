import { Transform } from 'class-transformer';
import { IsDate, IsObject, IsString, Length, Matches, ValidateBy } from 'class-validator';
import { messages } from './copy/messages';
import { field, say, type FieldOptions } from './fields';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?!24)\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** An instant as ISO 8601 with a zone. In a request class its type is `Date`; in a response class, `string`. */
export const Instant = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, format: 'date-time' },
    Transform(({ value }) => toInstant(value), { toClassOnly: true }),
    IsDate(say(messages.notInstant)),
  );

/** `Date` would take 30 February for 2 March, and 24:00 for the next day. */
function toInstant(value: unknown): unknown {
  const [, day] = (typeof value === 'string' && INSTANT.exec(value)) || [];
  if (!isDay(day)) return value;
  const instant = new Date(value as string);
  const time = instant.getTime();
  return time >= EARLIEST && time < LATEST ? instant : value;
}

/** A calendar day, YYYY-MM-DD, in Shanghai; stays text. */
export const DateOn = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, format: 'date' },
    IsString(say(messages.notDate)),
    ValidateBy({ name: 'dateOn', validator: { validate: isDay } }, say(messages.notDate)),
  );

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return time >= EARLIEST && time < LATEST && new Date(time).toISOString().startsWith(value);
}

/** Name of the check that makes the answer 413 instead of 400. */
export const BYTES_TOO_MANY = 'bytesTooMany';

/** Bytes as standard base64; stays text. More than `maxBytes` decoded bytes is a 413. */
export const Base64 = (options: FieldOptions & { maxBytes: number }) => {
  const maxLength = Math.ceil(options.maxBytes / 3) * 4;
  return field(
    options,
    { type: String, format: 'byte', maxLength },
    IsString(say(messages.notBase64)),
    ValidateBy({ name: 'base64', validator: { validate: isBase64 } }, say(messages.notBase64)),
    ValidateBy(
      {
        name: BYTES_TOO_MANY,
        validator: { validate: (value) => typeof value !== 'string' || value.length <= maxLength },
      },
      say((property) => messages.bytesTooMany(property, options.maxBytes)),
    ),
  );
};

/** Looks for what does not belong: a pattern for the whole would go back over megabytes, step by step. */
function isBase64(value: unknown): boolean {
  if (typeof value !== 'string' || value.length === 0 || value.length % 4 !== 0) return false;
  const padding = value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0;
  return value.length > padding && !/[^A-Za-z0-9+/]/.test(value.slice(0, value.length - padding));
}

/** A mainland mobile number, 11 digits. */
export const Phone = (options: FieldOptions = {}) =>
  field(
    { example: '13800000000', ...options },
    { type: String, pattern: '^1[3-9]\\d{9}$' },
    Matches(/^1[3-9]\d{9}$/, say(messages.notPhone)),
  );

/** A password, exactly as it was typed: nothing is trimmed off. `min` 1 unless said. */
export const Password = (options: FieldOptions & { max: number; min?: number }) => {
  const { min = 1, max } = options;
  return field(
    options,
    { type: String, format: 'password', minLength: min, maxLength: max },
    IsString(say(messages.notText)),
    Length(min, max, {
      message: ({ value, property }) =>
        String(value).length < min ? messages.tooShort(property, min) : messages.tooLong(property, max),
    }),
  );
};

/** An object whose members are somebody else's to define; the body limit bounds it. */
export const AnyObject = (options: FieldOptions = {}) =>
  field(options, { type: 'object', additionalProperties: true }, IsObject(say(messages.notObject)));
