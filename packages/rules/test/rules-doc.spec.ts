import { readFileSync } from 'node:fs';
import { renderRulesDoc, type Vectors } from '../scripts/rules-doc.ts';
import { readVector } from './support/builders.ts';

const vectors: Vectors = {
  tallyCases: readVector('tally-cases'),
  decisions: readVector('decisions'),
  pivotDoors: readVector('pivot-doors'),
  costShares: readVector('cost-shares'),
  deadlines: readVector('deadlines'),
};

test('docs/rules.md says what the rules and cases say today; `npm run docs` writes it anew', () => {
  expect(renderRulesDoc(vectors)).toBe(readFileSync(`${__dirname}/../../../docs/rules.md`, 'utf8'));
});

test('a case that no longer comes out as published stops the page from being written', () => {
  const [first] = vectors.tallyCases;
  if (!first) throw new Error('no cases');
  const wrong = { ...first, expected: { ...first.expected, civil278_7: { passed: false } } };
  expect(() => renderRulesDoc({ ...vectors, tallyCases: [wrong] })).toThrow('T01 does not come out as published');
});
