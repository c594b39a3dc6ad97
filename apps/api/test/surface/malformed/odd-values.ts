import type { Schema, Schemas } from '../sample';
import { edges } from './edges';

/** One odd value as JSON text, which need not be JSON; undefined leaves the field out. */
export type Odd = string | undefined;

/** What people paste, spreadsheets export and attackers try: goes into every field, path and query. */
const TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    'x',
    '0',
    '-1',
    'NaN',
    'null',
    'true',
    '\0',
    'a\0b',
    '\ud800',
    '\udc00x',
    '😀',
    'e\u0301',
    '\u202e反',
    '甲\n乙',
  ],
  ...["'; DROP TABLE ballots; --", '=1+1', '<script>alert(1)</script>', '../../etc/passwd', '__proto__', '2026-02-30'],
  ...['00000000-0000-0000-0000-000000000000', '１３８００００００００', '[object Object]', '${7*7}'],
];

/** And this where people write what they like. */
const FREE_TEXTS: readonly string[] = [
  ...[
    '1e5',
    '0x1F',
    'Infinity',
    'undefined',
    '👨\u200d👩\u200d👧\u200d👦',
    '𠅤㛃',
    '\u212b',
    '\uffff',
    '\u200b',
    '\ufeff甲',
    '\u2066x\u2069',
  ],
  ...[
    '甲\r\nx-injected: 1',
    '\u0085',
    '\u2028',
    '\u001b[31m',
    "' OR '1'='1",
    '$1',
    '%s%n',
    '{{7*7}}',
    '%00',
    "+cmd|' /C calc'!A0",
    '@SUM(A1)',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '&lt;',
    '..\\..\\windows',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://169.254.169.254/',
    'constructor',
  ],
  ...['😀'.repeat(1_000), `e${'\u0301'.repeat(20_000)}`],
];

/** What else is tried where a date, an instant, an id, a telephone number or a number belongs. */
const MORE: Record<'date' | 'date-time' | 'uuid' | 'digits', readonly string[]> = {
  date: [
    ...['2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '0000-00-00', '9999-12-31', '1989-12-31', '2100-01-01'],
    ...[
      '2026-1-1',
      '20261203',
      '2026-W49-4',
      '12/03/2026',
      '2026-12-03T00:00:00Z',
      ' 2026-12-03',
      '-2026-12-03',
      '２０２６-12-03',
    ],
  ],
  'date-time': [
    ...['2026-02-30T10:00:00Z', '2026-06-31T10:00:00Z', '2026-02-29T10:00:00+08:00', '2026-13-01T10:00:00Z'],
    ...['2026-12-03T24:00:00Z', '2026-12-03T25:00:00Z', '2026-12-03T12:60:00Z', '2026-12-03T23:59:60Z'],
    ...[
      '2026-12-03T12:00:00',
      '2026-12-03 12:00:00Z',
      '2026-12-03',
      '2026-12-03T12:00:00z',
      '1764763200',
      '+275760-09-13T00:00:00.000Z',
    ],
    ...[
      '2026-12-03T12:00:00+08:00',
      '2026-12-03T12:00:00-12:00',
      '2026-12-03T12:00:00+14:00',
      '2026-12-03T12:00:00.123456789Z',
    ],
    ...[
      '2026-12-03T12:00:00+24:00',
      '2026-12-03T12:00:00+99:99',
      '1989-12-31T23:59:59Z',
      '2100-01-01T00:00:00Z',
      '2026-12-03T12Z',
    ],
  ],
  uuid: [
    ...[
      'FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF',
      'ffffffff-ffff-4fff-bfff-ffffffffffff',
      'ffffffffffff4fffbfffffffffffffff',
    ],
    ...[
      '{ffffffff-ffff-4fff-bfff-ffffffffffff}',
      'urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff',
      'ffffffff-ffff-9fff-bfff-ffffffffffff',
    ],
    ...[
      'ffffffff-ffff-4fff-cfff-ffffffffffff',
      ' ffffffff-ffff-4fff-bfff-ffffffffffff',
      'ffffffff-ffff-4fff-bfff-ffffffffffff\n',
      'gggggggg-ffff-4fff-bfff-ffffffffffff',
    ],
  ],
  digits: [
    ...[
      '13800000000 ',
      '+8613800000000',
      '138 0000 0000',
      '1380000000０',
      '138000000000',
      '12800000000',
      '000000',
      '123456',
      '1234567',
    ],
    ...['-0', '+1', '1.0', '1,000', '007', '9007199254740993', '99999999999999999999', '1e999', '٣', 'Ⅷ', '二'],
  ],
};

const NUMBERS: readonly string[] = [
  '0',
  '-0',
  '-1',
  '1.5',
  '1e3',
  '0.1e1',
  '1e400',
  '-1e308',
  '5e-324',
  '2147483648',
  '9007199254740993',
  '9'.repeat(400),
];

/** Near-JSON of other languages. */
const NO_JSON: readonly string[] = ['NaN', '01', "'x'", '"a\nb"'];

const STRUCTURES: readonly string[] = [
  ...[
    'null',
    'true',
    'false',
    '[]',
    '[null]',
    '["a","a"]',
    '[[[[[]]]]]',
    '[{}]',
    '{}',
    '{"length":1,"0":"x"}',
    '{"toString":"x","valueOf":1}',
  ],
  ...[
    '{"constructor":{"name":"x"}}',
    '{"__proto__":{"role":"officer"}}',
    '{"constructor":{"prototype":{"role":"officer"}}}',
    '{"prototype":{}}',
  ],
  ...['{"$gt":""}', '{"then":"x"}', '{"a":1,"a":{"b":[2]}}'],
  JSON.stringify(Array.from({ length: 3_000 }, (_, index) => index)),
  `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
];

/** Long enough to hurt whoever works through them more than once. */
const HUGE = '一'.repeat(50_000);

/** What is tried in a field of a JSON body. */
export function oddValues(schema: Schema, schemas: Schemas): Odd[] {
  const texts = [...textsFor(schema), HUGE].map((text) => JSON.stringify(text));
  return unique([undefined, ...STRUCTURES, ...NUMBERS, ...NO_JSON, ...texts, ...edges(schema, schemas)]);
}

/** What is tried where everything is text: a path, a query, a header, a field of a form. */
export function oddTexts(schema: Schema, schemas: Schemas): string[] {
  const atTheEdge = edges(schema, schemas)
    .map((json) => JSON.parse(json) as unknown)
    .filter((value) => typeof value !== 'object')
    .map(String);
  return unique([...textsFor(schema), ...NUMBERS, ...atTheEdge, 'x'.repeat(150), 'x'.repeat(5_000)]);
}

/** Members that nobody asked for, as JSON text. */
export const UNKNOWN_MEMBERS: readonly string[] = [
  ...[
    '"unknown":1',
    '"isAdmin":true',
    '"__proto__":{"role":"officer"}',
    '"constructor":{"prototype":{"role":"officer"}}',
    '"constructor":1',
  ],
  ...[
    '"prototype":{}',
    '"toString":1',
    '"hasOwnProperty":1',
    '"":1',
    '"a.b":1',
    '"$where":"1"',
    '"\\u0000":1',
    '"\\ud800":1',
    '"<b>":1',
  ],
  ...[
    '"😀":1',
    '"id ":1',
    '"\\u202eid":1',
    '"length":5',
    '"then":{}',
    `"${'长'.repeat(1_000)}":1`,
    `"unknown":${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  ],
];

function textsFor(schema: Schema): readonly string[] {
  const { format, type, enum: literals, pattern } = schema;
  if (format === 'date') return [...TEXTS, ...MORE.date];
  if (format === 'date-time') return [...TEXTS, ...MORE['date-time']];
  if (format === 'uuid') return [...TEXTS, ...MORE.uuid];
  if (type === 'integer' || (pattern && schema.minLength === undefined)) return [...TEXTS, ...MORE.digits];
  return type === 'string' && !literals && format !== 'byte' ? [...TEXTS, ...FREE_TEXTS] : TEXTS;
}

const unique = <T>(values: T[]): T[] => [...new Set(values)];
