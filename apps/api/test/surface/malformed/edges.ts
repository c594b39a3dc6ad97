import { sampleOf, type Schema, type Schemas } from '../sample';

/** Just inside and just outside of what the schema allows, as JSON text. */
export function edges(schema: Schema, schemas: Schemas): string[] {
  const { type, enum: literals, format, minimum = 0, maximum = 0 } = schema;
  if (literals)
    return literals
      .flatMap((literal) => [literal, literal.toUpperCase(), `${literal} `])
      .slice(0, 12)
      .map((text) => JSON.stringify(text));
  if (type === 'integer') {
    return [
      `${minimum - 1}`,
      `${minimum}`,
      `${minimum}.0`,
      `${minimum}.5`,
      `"${minimum}"`,
      `${maximum}`,
      `${maximum + 1}`,
      `${maximum}e0`,
    ];
  }
  if (type === 'array') return listEdges(schema, schemas).map((list) => JSON.stringify(list));
  if (type === 'string')
    return (format === 'byte' ? byteEdges(schema) : textEdges(schema)).map((text) => JSON.stringify(text));
  return [];
}

function textEdges({ minLength = 0, maxLength = 0, format }: Schema): string[] {
  if (maxLength === 0 || (format !== undefined && !['line', 'password'].includes(format))) return [];
  const least = Math.max(0, minLength - 1);
  const beyond = maxLength + 1;
  return [
    ...[
      'a'.repeat(least),
      '甲'.repeat(minLength),
      '甲'.repeat(maxLength),
      '甲'.repeat(beyond),
      ` ${'甲'.repeat(maxLength)} `,
    ],
    ...[
      '😀'.repeat(maxLength),
      '😀'.repeat(beyond),
      'e\u0301'.repeat(maxLength),
      'e\u0301'.repeat(beyond),
      '1'.repeat(maxLength),
    ],
  ];
}

function byteEdges({ maxLength = 0 }: Schema): string[] {
  const odd = [
    '=',
    'A',
    'AAA=',
    'AAAAA',
    'AA-_',
    'AA==AA==',
    'AAAA\n',
    ' AAAA',
    'data:image/png;base64,AAAA',
    '////',
    '=AAA',
    '甲甲甲甲',
  ];
  return maxLength <= 1_048_576 ? [...odd, 'A'.repeat(maxLength + 4)] : odd;
}

function listEdges({ items, minItems = 0, maxItems = 0 }: Schema, schemas: Schemas): unknown[] {
  const of = (length: number) => Array.from({ length }, () => sampleOf(items!, schemas));
  return [
    of(Math.max(0, minItems - 1)),
    of(minItems),
    maxItems < 5_000 ? of(maxItems + 1) : [],
    [...of(1), null],
    [...of(1), ...of(1)],
  ];
}
