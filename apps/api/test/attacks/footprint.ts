import type { DataSource } from 'typeorm';

/** What a refused request may leave behind: that somebody tried. */
const COUNTS_TRIES = ['rate_limits', 'password_tries', 'passkey_challenges'];
const TRIED = ['last_seen_at', 'failed_tries', 'locked_until', 'factor_tries', 'factor_locked_until', 'tries'];

/** How many rows each table has, and a hash over what stands in them. */
export type Footprint = Record<string, string>;

/** The whole database in one statement; equal footprints mean that nothing was added, changed or removed. */
export async function footprintOf(dataSource: DataSource): Promise<Footprint> {
  statements.set(dataSource, statements.get(dataSource) ?? statementFor(dataSource));
  const rows: { name: string; print: string }[] = await dataSource.query(await statements.get(dataSource)!);
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

const statements = new WeakMap<DataSource, Promise<string>>();

async function statementFor(dataSource: DataSource): Promise<string> {
  const tables: { name: string; tried: boolean }[] = await dataSource.query(
    `SELECT t.tablename AS name, bool_or(c.column_name = ANY($1)) AS tried
       FROM pg_tables t JOIN information_schema.columns c ON c.table_name = t.tablename AND c.table_schema = t.schemaname
      WHERE t.schemaname = 'public' AND t.tablename <> ALL($2) GROUP BY 1 ORDER BY 1`,
    [TRIED, COUNTS_TRIES],
  );
  return tables
    .map(({ name, tried }) => {
      const row = tried ? `(to_jsonb(t) - '{${TRIED.join()}}'::text[])::text` : 't::text';
      // Refusals are written down, which is as it should be.
      const which = name === 'audit_events' ? `WHERE action NOT IN ('session.refuse', 'session.tries_used')` : '';
      const print = `concat_ws(' ', count(*), sum(hashtextextended(${row}, 0)))`;
      return `SELECT '${name}' AS name, ${print} AS print FROM ${name} t ${which}`;
    })
    .join(' UNION ALL ');
}
