import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CAST, SETTINGS } from '../yardstick/statements.ts';
import type { Burst } from './compare.ts';
import { accountSql, DOORS_PER_STAIRWELL, idSql } from './names.ts';

/** Where Debian's `postgresql-contrib` puts it; null on a machine without. */
export const hasPgbench = (): boolean => spawnSync('pgbench', ['--version']).status === 0;

/**
 * The rate of the very statement when nothing else is there: one client of pgbench, one ballot after the other, each
 * its own commit.
 * @param doors numbers of the households to cast for, first and last
 */
export async function pgbenchOneAtATime(databaseUrl: string, doors: [number, number], seconds: number): Promise<Burst> {
  const folder = mkdtempSync(join(tmpdir(), 'jiati-pgbench-'));
  try {
    writeFileSync(join(folder, 'cast.sql'), script(doors));
    const { stdout } = await promisify(execFile)(
      'pgbench',
      ['-n', '-M', 'prepared', '-c', '1', '-T', String(seconds), '-f', join(folder, 'cast.sql'), databaseUrl],
      { env: { ...process.env, PGOPTIONS: SETTINGS } },
    );
    const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    if (!(tps > 0)) throw new Error(`pgbench said:\n${stdout}`);
    return { answered: tps, elapsedMs: 1_000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The statement with everything in the place of its parameters that pgbench can make up itself. */
function script([first, last]: [number, number]): string {
  const hash = `repeat('a', 64)`;
  const parameters = [
    `encode(sha256(lpad((${accountSql('(:door)::int')})::text, 43, '0')::bytea), 'hex')`,
    idSql('round', `(:door - 1) / ${DOORS_PER_STAIRWELL} + 1`),
    idSql('household', ':door'),
    `'for'::text`,
    `lpad(to_hex(:ballot::bigint), 32, '0')::uuid`,
    `'${new Date().toISOString()}'::text`,
    `'pgbench ' || (:ballot)::bigint::text`,
    ...[hash, hash, hash],
    `now()`,
    `'${new Date().toISOString()}'::text`,
  ];
  const filled = CAST.replace(/\$(\d+)/g, (_, place: string) => `(${parameters[Number(place) - 1]!})`);
  // pgbench takes a colon before a letter for one of its own variables, inside quotes too.
  const statement = filled.replace(/:(null|false)/g, `:' || '$1`);
  return `\\set door random(${first}, ${last})\n\\set ballot random(1, 4611686018427387904)\n${statement.replaceAll('\n', ' ')};\n`;
}
