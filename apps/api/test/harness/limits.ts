import type { DataSource } from 'typeorm';
import { Pause } from '../../src/platform/limits';
import type { SettableClock } from './settable-clock';

interface Statement {
  text: string;
  values: (string | number | null)[];
}

/**
 * The limiter's library asks the machine's clock. This stands between it and the database and moves every instant by
 * what the test's clock is ahead: in what is written, what is compared and what comes back.
 */
export function clockedLimitStore(dataSource: DataSource, clock: SettableClock): { type: string; client: unknown } {
  const ahead = () => Math.round(clock.now().getTime() - Date.now());
  const isInstant = (value: unknown): value is number => typeof value === 'number' && value > 1e12;
  const master = {
    query: async ({ text, values }: Statement) => {
      const aheadMs = ahead();
      const moved = text.startsWith('DELETE')
        ? values
        : values.map((value) => (isInstant(value) ? value + aheadMs : value));
      const pool = (dataSource.driver as unknown as { master: { query(text: string, values: unknown[]): never } })
        .master;
      const result: { rows: { expire: number | null }[] } = await pool.query(text, moved);
      for (const row of result.rows) if (row.expire !== null) row.expire -= aheadMs;
      return result;
    },
  };
  return { type: 'typeorm', client: { driver: { master } } };
}

/** Waits for nothing and remembers how long it would have been. */
export class RecordedPause extends Pause {
  readonly waitsMs: number[] = [];

  override async for(ms: number): Promise<void> {
    if (ms > 0) this.waitsMs.push(ms);
  }
}
