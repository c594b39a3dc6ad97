import { urlOf, type Asking, type Described, type Route } from '../asking';
import type { Schemas } from '../sample';
import { oddTexts } from './odd-values';
import type { Shot } from './onslaught';
import { says, type Verdict } from './schema-says';

type Parameter = NonNullable<Described['parameters']>[number];

/** What no browser would send as part of an address: wrong and doubled escapes, bytes that are no UTF-8, raw signs. */
export const RAW = [
  ...[
    '%',
    '%zz',
    '%u0041',
    '%FF%FE',
    '%C0%AE',
    '%C0%AF',
    '%ED%A0%80',
    '%F5%80%80%80',
    '%E4%B8',
    '%2500',
    '%25',
    '%252e%252e%252f',
  ],
  ...[
    '%2e%2e%2f',
    '..%2f..%2fetc%2fpasswd',
    '..%5c',
    '%0d%0ax-injected:%201',
    ';a=b',
    '(',
    '*',
    '+',
    '~',
    ':',
    '@',
    "'",
    '"',
    '|',
    '^',
    '`',
  ],
];

/** Every parameter of an operation in its path, its query and its headers, and for a query what it does not know. */
export function addressTrials({ path, operation }: Route, schemas: Schemas) {
  const parameters = operation.parameters ?? [];
  const own = parameters.map((parameter) => ({
    where: `${parameter.in} ${parameter.name}`,
    shots: (asking: Asking): Shot[] => shotsOf(parameter, path, asking, schemas),
  }));
  const known = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  return known.length === 0
    ? own
    : [...own, { where: 'query *', shots: (asking: Asking) => oddQueries(known, asking) }];
}

function shotsOf(parameter: Parameter, path: string, asking: Asking, schemas: Schemas): Shot[] {
  const texts = oddTexts(parameter.schema, schemas);
  if (parameter.in === 'header')
    return [...texts, ...RAW].filter(mayStandInHeader).map((text) => headerShot(parameter, asking, text));
  const escaped = texts.flatMap((text) => (isWellFormed(text) ? [encodeURIComponent(text)] : []));
  return [...escaped, ...RAW]
    .filter((text) => text !== '' || parameter.in === 'query')
    .map((text) => addressShot(parameter, path, asking, text, schemas));
}

function addressShot(parameter: Parameter, path: string, asking: Asking, text: string, schemas: Schemas): Shot {
  const { name, in: place, schema } = parameter;
  const url = place === 'path' ? withPath(asking, path, name, text) : withQuery(asking, name, text);
  const verdict = verdictOf(schema, text, place, schemas);
  return { ...whole(asking), where: name, in: place, shown: text.slice(0, 60), url, verdict };
}

const HOLE = '\u2063';
function withPath({ route, ask }: Asking, path: string, name: string, text: string): string {
  return urlOf({ ...route, path: path.replace(`{${name}}`, HOLE) }, ask).replace(HOLE, () => text);
}

/** Everything else that the query holds stays. */
function withQuery({ route, ask }: Asking, name: string, text: string): string {
  const others = Object.entries(ask.query ?? {}).filter(([key]) => key !== name);
  const rest = new URLSearchParams(others).toString();
  return `${bareUrl({ route, ask })}?${rest && `${rest}&`}${name}=${text}`;
}

const bareUrl = ({ route, ask: { path } }: Pick<Asking, 'route' | 'ask'>) => urlOf(route, path ? { path } : {});

/** A query that is no escaped text is taken as it stands by some and refused by others; in a path it leads nowhere. */
function verdictOf(schema: Parameter['schema'], escaped: string, place: string, schemas: Schemas): Verdict {
  let text: string;
  try {
    text = decodeURIComponent(place === 'query' ? escaped.replaceAll('+', ' ') : escaped);
  } catch {
    return place === 'path' ? 'unreadable' : 'open';
  }
  if (text.length > 200 && place === 'path') return 'unreadable';
  const isNumber = schema.type === 'integer' && /^-?\d{1,15}$/.test(text);
  return says(schema, isNumber ? Number(text) : text, schemas);
}

function headerShot({ name }: Parameter, asking: Asking, text: string): Shot {
  const { route, ask } = asking;
  return {
    ...whole(asking),
    where: name,
    in: 'header',
    shown: text.slice(0, 60),
    url: urlOf(route, ask),
    headers: { [name.toLowerCase()]: text },
    verdict: 'valid',
  };
}

function oddQueries(known: string[], asking: Asking): Shot[] {
  const url = bareUrl(asking);
  const invalid = [
    ...[
      'unknown=1',
      '__proto__=1',
      '__proto__[role]=officer',
      'constructor=1',
      'prototype=1',
      'toString=1',
      '%00=1',
      '%F0%9F%98%80=1',
      '<b>=1',
      '$where=1',
      '[]=1',
      '[x]=1',
    ],
    ...known.flatMap((name) => [
      `${name}=1&${name}=2`,
      `${name}[]=1`,
      `${name}[x]=1`,
      `${name}.x=1`,
      `${name.toUpperCase()}=1`,
      `%20${name}=1`,
    ]),
  ];
  const open = [
    '',
    '=',
    '&',
    '&&&=&',
    '?',
    '#',
    '=1',
    '%',
    '%zz=1',
    `${'a'.repeat(7_000)}`,
    '%ED%A0%80=1',
    ...known.map((name) => name),
  ];
  const shot = (query: string, verdict: Verdict): Shot => ({
    ...{
      ...whole(asking),
      where: '*',
      in: 'query',
      shown: query.slice(0, 60),
      url: `${url}?${query}`,
      verdict,
      nameless: query.startsWith('__proto__'),
    },
  });
  return [...invalid.map((query) => shot(query, 'invalid')), ...open.map((query) => shot(query, 'open'))];
}

/** The body that belongs to it, so that only the address is odd. */
const whole = ({ ask }: Asking) => (ask.body === undefined ? {} : { body: JSON.stringify(ask.body) });

const isWellFormed = (text: string) =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
/** Anything else is no HTTP and never reaches a route. */
const mayStandInHeader = (text: string) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text) && text.length < 8_000;
