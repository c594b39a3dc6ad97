import { readFileSync, writeFileSync } from 'node:fs';
import { renderRulesDoc, type Vectors } from './rules-doc.ts';

/** Run from the package's folder: reads the vectors, writes docs/rules.md of the repository. */
const read = <Name extends keyof Vectors>(file: string): Vectors[Name] =>
  JSON.parse(readFileSync(`vectors/${file}.json`, 'utf8')) as Vectors[Name];

writeFileSync(
  '../../docs/rules.md',
  renderRulesDoc({
    tallyCases: read<'tallyCases'>('tally-cases'),
    decisions: read<'decisions'>('decisions'),
    pivotDoors: read<'pivotDoors'>('pivot-doors'),
    costShares: read<'costShares'>('cost-shares'),
    deadlines: read<'deadlines'>('deadlines'),
  }),
);
