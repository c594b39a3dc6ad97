import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { messages } from './copy/messages';

/** What every field may say about itself. `optional` may be left out, `nullable` may be null. */
export interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

type Say = (field: string) => string;

/** `undefined` reads “please fill in” whatever else the field asks for. */
export const say = (sentence: Say) => ({
  message: ({ value, property }: ValidationArguments) =>
    value === undefined || value === null ? messages.missing(property) : sentence(property),
});

/** Adds the OpenAPI side and the rule for absent values; the checks themselves are the caller's. */
export function field(
  options: FieldOptions,
  shape: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, description, example } = options;
  return applyDecorators(
    ApiProperty({
      ...shape,
      required: !optional,
      ...(nullable ? { nullable } : {}),
      ...(description === undefined ? {} : { description }),
      ...(example === undefined ? {} : { example }),
    } as ApiPropertyOptions),
    ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null)),
    ...checks,
  );
}

/** UUID as the device made it, lower case. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;

/** One line of text (format `line` in openapi.json), trimmed; `min` 1 unless said. `pattern` narrows it further. */
export const Text = (options: FieldOptions & { max: number; min?: number; pattern?: RegExp }) => {
  const { min = 1, max, pattern } = options;
  return field(
    options,
    { type: String, format: 'line', minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) },
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(say(messages.notText)),
    Matches(ONE_LINE, say(messages.oneLine)),
    Length(min, max, {
      message: ({ value, property }) =>
        String(value).length < min ? messages.tooShort(property, min) : messages.tooLong(property, max),
    }),
    ...(pattern ? [Matches(pattern, say(messages.pattern))] : []),
  );
};

/** Text of several lines; `min` 1 unless said, `max` 20,000 unless said. */
export const LongText = (options: FieldOptions & { max?: number; min?: number } = {}) => {
  const { min = 1, max = 20_000 } = options;
  return field(
    options,
    { type: String, minLength: min, maxLength: max },
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(say(messages.notText)),
    Length(min, max, {
      message: ({ value, property }) =>
        String(value).length < min ? messages.tooShort(property, min) : messages.tooLong(property, max),
    }),
  );
};

/** A UUID. */
export const Id = (options: FieldOptions = {}) =>
  field(options, { type: String, format: 'uuid' }, Matches(UUID, say(messages.notId)));

/** A whole number between `min` and `max`, both included. `fromQuery` reads it from a query string. */
export const Int = (options: FieldOptions & { min: number; max: number; fromQuery?: boolean }) => {
  const { min, max, fromQuery = false } = options;
  const bounds = (property: string) => messages.outOfBounds(property, min, max);
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    ...(fromQuery ? [Transform(({ value }) => (/^-?\d{1,15}$/.test(String(value)) ? Number(value) : value))] : []),
    IsInt(say(messages.notInt)),
    Min(min, say(bounds)),
    Max(max, say(bounds)),
  );
};

/** One of the listed literals. */
export const OneOf = (values: readonly string[], options: FieldOptions = {}) =>
  field(
    options,
    { type: String, enum: [...values] },
    IsString(say(messages.notOneOf)),
    IsIn(values, say(messages.notOneOf)),
  );

/** A list of listed literals, none twice. */
export const ManyOf = (values: readonly string[], options: FieldOptions & { min?: number; max?: number } = {}) => {
  const { min = 0, max = values.length } = options;
  return field(
    options,
    { type: 'array', items: { type: 'string', enum: [...values] }, minItems: min, maxItems: max, uniqueItems: true },
    ...listChecks(min, max),
    IsIn(values, { each: true, ...say(messages.notOneOf) }),
    ArrayUnique(say(messages.repeated)),
  );
};

/** A list of UUIDs, none twice. */
export const Ids = (options: FieldOptions & { max: number; min?: number }) => {
  const { min = 0, max } = options;
  return field(
    options,
    { type: 'array', items: { type: 'string', format: 'uuid' }, minItems: min, maxItems: max, uniqueItems: true },
    ...listChecks(min, max),
    Matches(UUID, { each: true, ...say(messages.notId) }),
    ArrayUnique(say(messages.repeated)),
  );
};

/** A list of short lines of text, none twice. */
export const Texts = (options: FieldOptions & { max: number; min?: number; each: { max: number } }) => {
  const { min = 0, max, each } = options;
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', format: 'line', minLength: 1, maxLength: each.max },
      ...{ minItems: min, maxItems: max, uniqueItems: true },
    },
    Transform(({ value }) =>
      Array.isArray(value) ? value.map((item: unknown) => (typeof item === 'string' ? item.trim() : item)) : value,
    ),
    ...listChecks(min, max),
    IsString({ each: true, ...say(messages.notText) }),
    Matches(ONE_LINE, { each: true, ...say(messages.oneLine) }),
    Length(1, each.max, { each: true, ...say((property) => messages.tooLong(property, each.max)) }),
    ArrayUnique(say(messages.repeated)),
  );
};

/** Yes or no. */
export const Flag = (options: FieldOptions = {}) => field(options, { type: Boolean }, IsBoolean(say(messages.notFlag)));

/** One object of another DTO class. */
export const Nested = (type: () => new () => object, options: FieldOptions = {}) =>
  field(options, lazily(type), Type(type), IsObject(say(messages.notObject)), ValidateNested(say(messages.notObject)));

/** A list of objects of another DTO class. */
export const ListOf = (type: () => new () => object, options: FieldOptions & { max: number; min?: number }) => {
  const { min = 0, max } = options;
  return field(
    options,
    { ...lazily(type), isArray: true, minItems: min, maxItems: max },
    Type(type),
    ...listChecks(min, max),
    IsObject({ each: true, ...say(messages.notObject) }),
    ValidateNested({ each: true, ...say(messages.notObject) }),
  );
};

/** Swagger tells a function that gives a class from a class by its name, which must be `type`. */
function lazily(type: () => new () => object): { type: never } {
  const { type: lazy } = { type: () => type() };
  return { type: lazy as never };
}

function listChecks(min: number, max: number): PropertyDecorator[] {
  const size = (property: string) => messages.listSize(property, min, max);
  return [IsArray(say(messages.notList)), ArrayMinSize(min, say(size)), ArrayMaxSize(max, say(size))];
}
