import { randomUUID } from 'node:crypto';

/** As much of a JSON schema as the API's document uses. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  format?: string;
  enum?: string[];
  pattern?: string;
  example?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  nullable?: boolean;
}
/** The document's schemas by their names. */
export type Schemas = Record<string, Schema>;

/** A value that a field accepts, as far as its schema says. */
export function sampleOf(schema: Schema, schemas: Schemas): unknown {
  const shape = resolved(schema, schemas);
  if (shape.enum) return shape.enum[0];
  if (shape.example !== undefined) return shape.example;
  switch (shape.type) {
    case 'integer':
    case 'number':
      return shape.minimum ?? 0;
    case 'boolean':
      return false;
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sampleOf(shape.items!, schemas));
    case 'string':
      return sampleText(shape);
    default:
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, member]) => [name, sampleOf(member, schemas)]),
      );
  }
}

/** The schema behind references. */
export function resolved(schema: Schema, schemas: Schemas): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return reference ? schemas[reference.split('/').pop()!]! : schema;
}

function sampleText({ format, minLength = 1 }: Schema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date-time') return '2026-12-03T12:00:00Z';
  if (format === 'date') return '2026-12-03';
  if (format === 'byte') return 'AAAA';
  return '甲'.repeat(Math.max(1, minLength));
}
