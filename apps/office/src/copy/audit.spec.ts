import type { ReviewVerdict } from '@jiati/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit, auditActions } from './audit';

const api = join(__dirname, '../../../api/src');
const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(join(api, path), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''));

const found = (texts: string[], pattern: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word!));
const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort();

const verdictsOfAReview: Record<ReviewVerdict, true> = { approve: true, return: true, reject: true };

/** Of `'subject.verb'` texts beside the log, those that are not a column of a table or of a query's alias. */
function actionsOfTheApi(): string[] {
  const tables = new Set(found(sources, /@Entity\(\s*'(\w+)'/g));
  const beside = sources.filter((text) => /audit|SecurityLog/i.test(text));
  const literal = found(beside, /['"`]([a-z_]{3,}\.[a-z_]+)['"`]/g).filter((word) => {
    const [subject = '', verb] = word.split('.');
    return !tables.has(subject) && verb !== 'id';
  });
  const decided = found(beside, /`([a-z_]+)\.\$\{verdict\}`/g).flatMap((subject) =>
    Object.keys(verdictsOfAReview).map((verdict) => `${subject}.${verdict}`),
  );
  return sorted([...literal, ...decided]);
}

const labelled = Object.values(auditActions).flatMap((group) => Object.keys(group));

describe('the words of the log', () => {
  test('every action that the API writes has words, and no other', () => {
    expect(sorted(labelled)).toEqual(actionsOfTheApi());
  });

  test('no action has words twice', () => {
    expect(labelled).toHaveLength(new Set(labelled).size);
  });

  test('every kind of subject that the API writes has a name', () => {
    const kinds = found(sources, /subjectKind: '(\w+)'/g);
    expect(kinds.length).toBeGreaterThan(40);
    expect(sorted(kinds).filter((kind) => !(kind in audit.kinds))).toEqual([]);
  });
});
