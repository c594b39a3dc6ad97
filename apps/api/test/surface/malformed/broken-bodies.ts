import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { urlOf, type Asking } from '../asking';
import type { Schema } from '../sample';
import type { Shot } from './onslaught';
import type { Verdict } from './schema-says';

type Broken = [shown: string, type: string, body: string | Buffer | undefined, headers?: Record<string, string>];

const MIB = 1024 * 1024;
const JSON_TYPE = 'application/json';
/** Above what any route takes. */
const TOO_MUCH = 17 * MIB;
const bomb = gzipSync(Buffer.alloc(16 * MIB, 0x20));
/** What most routes take, and a little more; the others find a member they do not know. */
const LONG = `{"a":"${'x'.repeat(256 * 1024)}"}`;

/** Whole requests that are wrong as such: another type, broken or hidden JSON, another alphabet, too much of it, or nothing. */
export function brokenBodies(asking: Asking, schema: Schema | undefined): Shot[] {
  const { route, ask } = asking;
  const text = JSON.stringify(ask.body ?? { a: 1 });
  const takesJson = ask.body !== undefined;
  const verdictOf = (expected: Verdict): Verdict => (schema && takesJson ? expected : 'open');
  const shot = ([shown, type, body, headers]: Broken, verdict: Verdict): Shot => ({
    ...{ where: '', in: 'whole', shown, url: urlOf(route, ask), verdict },
    ...(body === undefined ? {} : { body }),
    headers: { ...(type === '' ? {} : { 'content-type': type }), ...headers },
  });
  const wrong = [...broken(text), ...notJson(text), ...packed(text)];
  const shots = [
    ...wrong.map((each) => shot(each, verdictOf('unreadable'))),
    ...questionable(text).map((each) => shot(each, 'open')),
  ];
  // Who takes no body never reads one: a few of each kind show it.
  return schema ? shots : shots.filter((_, index) => index % 5 === 0);
}

/** JSON that stops, starts wrongly, or says something else than an object. */
function broken(text: string): Broken[] {
  const half = text.slice(0, Math.ceil(text.length / 2));
  return [
    ...[
      half,
      text.slice(0, -1),
      `${text}${text}`,
      `${text},`,
      `,${text}`,
      '{',
      '}',
      '{"id":',
      '{"id"}',
      '{id:1}',
      "{'id':1}",
      '{"a":1,}',
      ']',
      '//',
      '\0',
      '<a/>',
      'id=1',
      '{"a":.5}',
      '{"a":0x1F}',
      '{"a":1_000}',
      '{"a":+1}',
      '{"a":undefined}',
      '{"a":"\\x"}',
      '{"a":1 /* */}',
      '{"a":\u00a01}',
    ].map((body): Broken => [`JSON ${body.slice(0, 20)}`, JSON_TYPE, body]),
    ...['null', '[]', '[[]]', '"x"', '7', 'true', '-0', '1e999', `[${text}]`, JSON.stringify(text)].map(
      (body): Broken => [`instead ${body.slice(0, 20)}`, JSON_TYPE, body],
    ),
    ['a thousand brackets', JSON_TYPE, `${'['.repeat(100_000)}`],
    ['deep', JSON_TYPE, `{"id":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['proto', JSON_TYPE, '{"__proto__":{"role":"officer"}}'],
    ['constructor', JSON_TYPE, '{"constructor":{"prototype":{"role":"officer"}}}'],
    [
      'many members',
      JSON_TYPE,
      JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`m${index}`, index]))),
    ],
    ['bytes', JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['two BOMs', JSON_TYPE, `\ufeff\ufeff${text}`],
    ['UTF-16', JSON_TYPE, Buffer.from(text, 'utf16le')],
    ['UTF-16 with its BOM', `${JSON_TYPE}; charset=utf-16`, Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['too much', JSON_TYPE, text, { 'content-length': String(TOO_MUCH) }],
    ['a length that is none', JSON_TYPE, text, { 'content-length': '1e9' }],
    ['a quarter of a megabyte and more', JSON_TYPE, LONG],
  ];
}

/** What no route reads as JSON. */
function notJson(text: string): Broken[] {
  const types = [
    ...[
      'text/plain',
      'text/html',
      'text/json',
      'application/xml',
      'application/x-www-form-urlencoded',
      'application/octet-stream',
      'image/png',
    ],
    ...[
      'application/jsonx',
      'application',
      'x',
      '*/*',
      'application/json, text/plain',
      'APPLICATION/YAML',
      'application/x-protobuf',
      ' ; charset=utf-8',
    ],
  ];
  return [
    ...types.map((type): Broken => [type, type, text]),
    ['a form without an edge', 'multipart/form-data', 'x'],
    ['a form without a part', 'multipart/form-data; boundary=x', '--y'],
    [
      'a form that stops',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n',
    ],
    [
      'a form with a file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n--x--\r\n',
    ],
    ['a form with an empty edge', 'multipart/form-data; boundary=', '--\r\n\r\nx'],
    ['a form with an odd edge', "multipart/form-data; boundary*=utf-8''%ff", text],
    ['another kind of form', 'multipart/mixed; boundary=x', '--x--'],
    ['an edge too long', `multipart/form-data; boundary=${'x'.repeat(500)}`, text],
  ];
}

/** Packed, said or not, rightly or not. */
function packed(text: string): Broken[] {
  const said = (how: string) => ({ 'content-encoding': how });
  return [
    ['gzip unsaid', JSON_TYPE, gzipSync(text)],
    ['brotli unsaid', JSON_TYPE, brotliCompressSync(text)],
    ['deflate unsaid', JSON_TYPE, deflateSync(text)],
    ['gzip said and not done', JSON_TYPE, text, said('gzip')],
    ['gzip that stops', JSON_TYPE, gzipSync(text).subarray(0, -9), said('gzip')],
    ['gzip with a flipped bit', JSON_TYPE, flipped(gzipSync(text)), said('gzip')],
    ['gzip said, deflate done', JSON_TYPE, deflateSync(text), said('gzip')],
    ['brotli said and not done', JSON_TYPE, text, said('br')],
    ['deflate said and not done', JSON_TYPE, text, said('deflate')],
    ['an unknown packing', JSON_TYPE, text, said('rot13')],
    ['packed twice', JSON_TYPE, gzipSync(gzipSync(text)), said('gzip, gzip')],
    ['a bomb', JSON_TYPE, bomb, said('gzip')],
  ];
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 3]! ^= 0xff;
  return copy;
}

/** Odd, and yet some of it may be understood: nothing at all where everything may be left out, a BOM, a charset's name. */
function questionable(text: string): Broken[] {
  return [
    ['nothing', '', undefined],
    ['nothing as JSON', JSON_TYPE, ''],
    ['an empty object', JSON_TYPE, '{}'],
    ['spaces', JSON_TYPE, '   '],
    ['a BOM', JSON_TYPE, `\ufeff${text}`],
    ['every member twice', JSON_TYPE, text.replace(/\}$/, `,${text.slice(1)}`)],
    ...['GBK', 'utf-7', 'iso-8859-1', 'x', '"utf-8', ''].map((name): Broken => [
      `as ${name}`,
      `${JSON_TYPE}; charset=${name}`,
      text,
    ]),
    ['capitals', 'APPLICATION/JSON', text],
    ['a patch', 'application/merge-patch+json', text],
    ['gzip said and done', JSON_TYPE, gzipSync(text), { 'content-encoding': 'gzip' }],
    ['a name for the request', JSON_TYPE, text, { 'x-request-id': '../../x', 'x-http-method-override': 'DELETE' }],
  ];
}
