import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { withClient } from '../postgres/index.ts';
import { scratchSystem } from '../start/index.ts';
import { seedEstate } from './lib/seed-estate.ts';
import { tokenOf } from './lib/names.ts';
import { CAST } from './yardstick/statements.ts';
const require = createRequire(import.meta.url);
const { CAST_PLAIN } = require('../../apps/api/dist/modules/ballots/plain/cast-plain.sql.js');
const sha = (t: string) => createHash('sha256').update(t).digest('hex');
const system = await scratchSystem({ env: { H5_DIR: '', OFFICE_DIR: '' } });
try {
  await withClient(system.databaseUrl, async (client) => {
    const doors = await seedEstate(client, system.url, Number(process.argv[2] ?? 4000));
    const order = doors.filter((d) => d.household % 12 === 1);
    const order2 = doors.filter((d) => d.household % 12 === 2);
    await client.query(
      "INSERT INTO bench_pages SELECT round_id, 'x' || round_id, page FROM (SELECT id AS round_id, (SELECT page FROM bench_pages LIMIT 1) page FROM consultation_rounds) x ON CONFLICT DO NOTHING",
    );
    let at = 0;
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query('SET enable_seqscan = off');
    const values = (some: typeof doors) => {
      const now = new Date();
      return [
        some.map((_, i) => i),
        some.map((d) => sha(tokenOf(d.household))),
        some.map((d) => d.roundId),
        some.map((d) => d.householdId),
        some.map(() => randomUUID()),
        some.map(() => 'for'),
        some.map(() => now.toISOString()),
        some.map(() => randomBytes(6).toString('hex')),
        some.map(() => randomBytes(32).toString('hex')),
        some.map(() => randomBytes(32).toString('hex')),
        some.map(() => randomBytes(32).toString('hex')),
        now,
        now.toISOString(),
      ];
    };
    for (const size of [1, 8, 32, 64, 8, 32, 1]) {
      const n = 640 / size;
      const t = performance.now();
      let got = 0;
      for (let i = 0; i < n; i++) {
        const some = order.slice(at, at + size);
        at += size;
        const r = await client.query({ name: 'b', text: CAST_PLAIN, values: values(some) });
        got += r.rowCount ?? 0;
      }
      console.log('batch', size, ((performance.now() - t) / (n * size)).toFixed(3), 'ms/ballot', got);
    }
    const t = performance.now();
    let got = 0;
    for (let i = 0; i < 640; i++) {
      const d = order2[i]!;
      const v = values([d]) as any[];
      const g = (k: number) => v[k][0];
      const r = await client.query({
        name: 's',
        text: CAST,
        values: [g(1), g(2), g(3), g(5), g(4), g(6), g(7), g(8), g(9), g(10), v[11], v[12]],
      });
      got += r.rowCount ?? 0;
    }
    console.log('scalar', ((performance.now() - t) / 640).toFixed(3), 'ms/ballot', got);
    const some = order.slice(at, at + 8);
    at += 8;
    for (let i = 0; i < 1; i++) {
      const e = await client.query('EXPLAIN (ANALYZE, BUFFERS) ' + CAST_PLAIN, values(some));
      console.log(e.rows.map((r: any) => r['QUERY PLAN']).join('\n'));
    }
  });
} finally {
  await system.stop();
}
