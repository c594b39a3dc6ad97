import type { DataSource } from 'typeorm';

/** Written whoever asks for whatever: when a session was last seen, and how often somebody tried. */
const ALWAYS_MOVING = ['sessions', 'rate_limits', 'password_tries'];

/** What the database holds, for telling whether a request left a trace. */
export class StoredRows {
  private statement: string | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Changes with every row that is written, changed or deleted. */
  async fingerprint(): Promise<string> {
    this.statement ??= await this.build();
    const [row] = await this.dataSource.query(this.statement);
    return row.fingerprint;
  }

  /** The suite tries more than anybody may; how often one may is another suite's business. */
  async forgetTries(): Promise<void> {
    await this.dataSource.query('DELETE FROM rate_limits');
    await this.dataSource.query('DELETE FROM password_tries');
  }

  private async build(): Promise<string> {
    const tables: { name: string }[] = await this.dataSource.query(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1`,
      [ALWAYS_MOVING],
    );
    const sums = tables.map(
      ({ name }) => `(SELECT count(*) || ':' || coalesce(sum(hashtext(xmin::text || ctid::text)), 0) FROM ${name})`,
    );
    return `SELECT concat_ws(' ', ${sums.join(', ')}) AS fingerprint`;
  }
}
