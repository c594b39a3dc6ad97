import { gzipSync } from 'node:zlib';
import type { Upload } from '../../harness/http';
import { passwordProtected, renamedPicture, workbookOf, zipOf } from '../../roll/odd-files';
import { urlOf, type Asking, type Route } from '../asking';
import { resolved, type Schema, type Schemas } from '../sample';
import { RAW } from './addresses';
import { oddTexts } from './odd-values';
import type { Shot } from './onslaught';
import { says, type Verdict } from './schema-says';

const EDGE = '----odd';
const FORM_TYPE = `multipart/form-data; boundary=${EDGE}`;

interface Part {
  name: string;
  content: string | Buffer;
  fileName?: string;
  more?: string;
}

/** Every field of a form, its file, and the form itself. */
export function formTrials(_route: Route, { properties = {}, required = [] }: Schema, schemas: Schemas) {
  const texts = Object.entries(properties).filter(([, schema]) => resolved(schema, schemas).format !== 'binary');
  return [
    ...texts.map(([name, schema]) => ({
      where: name,
      shots: (asking: Asking) =>
        [...oddTexts(schema, schemas), ...RAW].map((text, index) =>
          shotOf(asking, name, text.slice(0, 60), textVerdict(schema, text, required.includes(name), schemas), [
            // A real file takes its time to read, so most texts come with one that is soon refused.
            ...partsOf(index % 6 === 0 ? asking.ask.upload! : { ...asking.ask.upload!, file: Buffer.from('x') }).filter(
              (part) => part.name !== name,
            ),
            { name, content: text },
          ]),
        ),
    })),
    { where: 'file', shots: (asking: Asking) => fileShots(asking) },
    { where: '*', shots: (asking: Asking) => oddForms(asking) },
  ];
}

/** A browser sends an empty field for one that was left out. */
function textVerdict(schema: Schema, text: string, isRequired: boolean, schemas: Schemas): Verdict {
  if (text === '') return isRequired ? 'invalid' : 'valid';
  // What is half a character here is a replacement character on the way, which may be kept.
  return Buffer.from(text, 'utf8').toString('utf8') === text ? says(schema, text, schemas) : 'open';
}

function shotOf({ route, ask }: Asking, where: string, shown: string, verdict: Verdict, parts: Part[]): Shot {
  return {
    where,
    verdict,
    shown,
    in: 'form',
    url: urlOf(route, ask),
    body: written(parts),
    headers: { 'content-type': FORM_TYPE },
  };
}

const partsOf = ({ file, fileName, fields = {} }: Upload): Part[] => [
  { name: 'file', content: file, fileName },
  ...Object.entries(fields).map(([name, content]) => ({ name, content })),
];

function written(parts: Part[]): Buffer {
  const all = parts.flatMap(({ name, content, fileName, more = '' }) => [
    Buffer.from(
      `--${EDGE}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n${more}\r\n`,
    ),
    Buffer.from(content as string),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...all, Buffer.from(`--${EDGE}--\r\n`)]);
}

/** Files that are none of what is asked for, the right one damaged, and the right one under odd names. */
function fileShots(asking: Asking): Shot[] {
  const upload = asking.ask.upload!;
  const others = partsOf(upload).slice(1);
  const shot = (shown: string, part: Partial<Part>): Shot =>
    shotOf(asking, 'file', shown, 'open', [
      { name: 'file', content: upload.file, fileName: upload.fileName, ...part },
      ...others,
    ]);
  return [
    ...Object.entries(foreignFiles()).map(([shown, content]) => shot(shown, { content })),
    ...damaged(upload.file).map((content, index) => shot(`damaged ${index}`, { content })),
    ...ODD_NAMES.map((fileName) => shot(`called ${fileName.slice(0, 40)}`, { fileName })),
    ...['text/html', 'application/x-msdownload', 'x', 'image/png; charset=x'].map((type) =>
      shot(`as ${type}`, { more: `Content-Type: ${type}\r\n` }),
    ),
  ];
}

const ODD_NAMES = [
  ...[
    '',
    '../../etc/passwd',
    '..\\..\\x.xlsx',
    '/etc/passwd',
    'C:\\x.xlsx',
    'a\0b.xlsx',
    'x.exe',
    'x.xlsx.exe',
    '.xlsx',
    'x',
    '名册'.repeat(2_000),
  ],
  ...[
    '\u202exslx.exe',
    '😀.xlsx',
    '<img src=x>.xlsx',
    "'; DROP TABLE x;.xlsx",
    '=1+1.xlsx',
    'a;b.xlsx',
    'a\\"b.xlsx',
    'CON',
    'x.xlsx ',
    '%00.xlsx',
    '__proto__',
  ],
];

function foreignFiles(): Record<string, Buffer> {
  const cells = (...texts: string[]) =>
    workbookOf({ 名册: [['楼号', '门洞', '室号', '楼层', '建筑面积', '产权人'], texts] });
  return {
    nothing: Buffer.alloc(0),
    'one byte': Buffer.from('x'),
    spaces: Buffer.alloc(5_000, 0x20),
    zeros: Buffer.alloc(100_000),
    picture: renamedPicture(),
    html: Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
    csv: Buffer.from('楼号,门洞,室号\n1,1,101\n'),
    rtf: Buffer.from('{\\rtf1 x}'),
    pdf: Buffer.from('%PDF-1.7\n'),
    program: Buffer.from('MZ\x90\0'),
    script: Buffer.from('#!/bin/sh\nid\n'),
    gzip: gzipSync(Buffer.alloc(1_000_000)),
    password: passwordProtected(),
    'a ZIP of nothing': zipOf({}),
    'a ZIP of something': zipOf({ 'word/document.xml': '<x/>' }),
    'a ZIP that climbs': zipOf({ '../../../tmp/x': 'x', 'xl/workbook.xml': '<workbook/>' }),
    'a workbook without sheets': zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook><sheets/></workbook>',
    }),
    entities: zipOf({
      '[Content_Types].xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Types>&a;</Types>',
      'xl/workbook.xml': '<workbook>&a;</workbook>',
    }),
    formulas: cells('=1+1', '@SUM(A1)', '+1', '-1', "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")'),
    markup: cells('<script>', '<b>', '</t>', '&amp;', ']]>', '<img src=x>'),
    'odd signs': cells('\u202e1', '\u200b', '😀', '𠅤', 'e\u0301', '\ufeff张三'),
    'long cells': cells(...Array.from({ length: 6 }, () => '长'.repeat(30_000))),
    'a sheet of prototypes': workbookOf({
      ['constructor']: [
        ['__proto__', 'constructor', 'prototype'],
        ['toString', '1', '2'],
      ],
    }),
    'an empty sheet': workbookOf({ 名册: [[]] }),
    wide: workbookOf({ 名册: [Array.from({ length: 2_000 }, (_, index) => `列${index}`)] }),
  };
}

/** Cut off here and there, and with a byte turned round here and there. */
function damaged(file: Buffer): Buffer[] {
  const spots = Array.from({ length: 12 }, (_, index) => Math.floor(((index + 0.5) * file.length) / 12));
  const turned = (at: number) => {
    const copy = Buffer.from(file);
    copy[at]! ^= 0xff;
    return copy;
  };
  return [
    ...spots.map((at) => file.subarray(0, at)),
    ...spots.map(turned),
    Buffer.concat([file, file]),
    Buffer.concat([Buffer.from('x'), file]),
  ];
}

/** Forms with too much, too little, or in an order nobody keeps. */
function oddForms(asking: Asking): Shot[] {
  const parts = partsOf(asking.ask.upload!);
  const [file, ...fields] = parts as [Part, ...Part[]];
  const of = (shown: string, all: Part[], verdict: Verdict = 'open') => shotOf(asking, '*', shown, verdict, all);
  const bytes = written(parts);
  const raw = (shown: string, body: Buffer | string): Shot => ({ ...of(shown, parts), body, verdict: 'open' });
  const unknown = ['unknown', 'isAdmin', '<b>', '😀', 'a.b', 'x'.repeat(200)];
  // The reader of forms gives up at these, before anybody asks for their names.
  const nameless = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  return [
    ...unknown.map((name) => of(`a field ${name.slice(0, 20)}`, [...parts, { name, content: 'x' }], 'invalid')),
    ...nameless.map((name) => of(`a field ${name}`, [...parts, { name, content: 'x' }], 'unreadable')),
    of('no file', fields),
    of('a file only', [file]),
    of('nothing', []),
    of('two files', [file, ...parts]),
    of('a file where text belongs', [file, ...fields.map((field) => ({ ...field, fileName: 'x' }))]),
    of('text where the file belongs', [{ name: 'file', content: 'x' }, ...fields]),
    of('every field twice', [...parts, ...fields]),
    of('a hundred fields', [
      ...parts,
      ...Array.from({ length: 100 }, (_, index) => ({ name: `f${index}`, content: 'x' })),
    ]),
    of('a heavy field', [...parts, { name: 'town', content: 'x'.repeat(500_000) }]),
    of('a field without a name', [...parts, { name: '', content: 'x' }]),
    of('a hundred headers', [
      ...parts,
      { name: 'x', content: 'x', more: Array.from({ length: 200 }, (_, index) => `X-${index}: 1\r\n`).join('') },
    ]),
    of('an odd transfer', [{ ...file, more: 'Content-Transfer-Encoding: base64\r\n' }, ...fields]),
    ...[0, 10, 60, Math.floor(bytes.length / 2), bytes.length - 20, bytes.length - 4].map((at) =>
      raw(`cut off at ${at}`, bytes.subarray(0, at)),
    ),
    raw('rubbish before', Buffer.concat([Buffer.from('rubbish\r\n'), bytes])),
    raw('rubbish after', Buffer.concat([bytes, Buffer.alloc(5_000, 7)])),
    raw('only newlines', '\r\n'.repeat(1_000)),
  ];
}
