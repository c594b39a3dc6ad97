// Kills, crowds and shortages: see torture.ts. `npm run torture [-- --short] [-- name …]`.
import { parseArgs } from 'node:util';
import { FULL, SHORT } from './lib/scenario.ts';
import { NAMES, SHORT_NAMES, torture } from './torture.ts';

const { values, positionals } = parseArgs({ options: { short: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: not one of ${NAMES.join(', ')}`);
const startedAt = Date.now();
const [sizes, all] = values.short === true ? [SHORT, SHORT_NAMES] : [FULL, NAMES];
await torture(sizes, positionals.length === 0 ? all : positionals, (line) => console.log(`  ${line}`));
console.log(`  whole run ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
process.exit(0);
