import type { Answer } from '../../harness';
import type { Verdict } from './schema-says';

/** What only our own machinery says: stacks, statements, paths, names and words of libraries. */
const LEAK = new RegExp(
  [
    ...[String.raw`\n\s+at `, String.raw`\bat \S+ \(`, 'node_modules', '/(work|usr|home|app)/', String.raw`\.[tj]s:\d`],
    ...['SELECT ', 'INSERT INTO', 'UPDATE "', 'violates', 'relation "', 'column "', 'syntax error', 'QueryFailed'],
    ...[
      '(Type|Reference|Syntax|Range)Error',
      'Cannot read',
      'is not a function',
      'Unexpected token',
      'JSON at position',
    ],
    ...[
      'FST_',
      'ERR_',
      'ECONN',
      'HPE_',
      'typeorm',
      'nestjs',
      'fastify',
      'class-validator',
      'postgres',
      'busboy',
      'sqlstate',
    ],
  ].join('|'),
);
const REQUEST_ID = /^[\w-]{36}$/;
const CHINESE = /\p{Script=Han}/u;

/** What is wrong with an answer, whatever was asked; nothing for a good one. */
function faultOf({ status, body, bytes, headers }: Answer): string | undefined {
  const leak = leakIn(bytes.toString('utf8'));
  if (leak) return `leaks ${JSON.stringify(leak)}`;
  if (status >= 500) return 'is our fault';
  if (status < 400) return undefined;
  if (!String(headers['content-type']).startsWith('application/problem+json')) return 'is no problem document';
  const { code, title, requestId, errors = [] } = body as Problem;
  if (body.status !== status || typeof code !== 'string') return 'has no code or another status';
  if (!REQUEST_ID.test(requestId)) return 'has no requestId';
  const sentences = [title, ...errors.map(({ message }) => message)];
  return sentences.every((sentence) => CHINESE.test(sentence))
    ? undefined
    : `does not say it in Chinese: ${sentences.join(' ')}`;
}

/** The first sign of what only our own machinery says. */
export const leakIn = (text: string): string | undefined => LEAK.exec(text)?.[0];

interface Problem {
  code: string;
  title: string;
  requestId: string;
  errors?: { path: string; message: string }[];
}

/** Where the value stood and what the document says about it. */
export interface Trialled {
  where: string;
  verdict: Verdict;
  /** `path`: what no address fits is a 404 like any address that is not there. `whole`: the body as such, of any type. */
  in: 'body' | 'query' | 'path' | 'header' | 'form' | 'whole';
  /** Refused before anybody knows which field it was, as a member called __proto__ is. */
  nameless?: boolean;
}

/** What is wrong with an answer to one odd value. */
export function complaintOf(answer: Answer, trialled: Trialled): string | undefined {
  return faultOf(answer) ?? mistakeOf(answer, trialled);
}

function mistakeOf({ status, body }: Answer, { where, verdict, nameless, in: place }: Trialled): string | undefined {
  const isRefused =
    [400, 413].includes(status) || (place === 'path' && status === 404) || (place === 'whole' && status === 415);
  const { code, errors = [] } = (body ?? {}) as Partial<Problem>; // an answer may be null
  const isNamed = errors.some(({ path }) => isAbout(path, where));
  if (verdict === 'open') return undefined;
  if (verdict === 'valid') return code === 'malformed' && isNamed ? 'refuses what the document allows' : undefined;
  if (!isRefused) return 'takes what the document does not allow, or refuses it for another reason';
  if (verdict === 'invalid' && !nameless && status === 400 && !isNamed) return 'does not name the field';
  return undefined;
}

/** A row's error may be told of its list, and what stands inside of it by its own path. */
function isAbout(path: string, where: string): boolean {
  if (where.endsWith('*')) return where === '*' || `${path}.`.startsWith(where.slice(0, -1));
  return path === where || path.startsWith(`${where}.`) || where.startsWith(`${path}.`);
}
