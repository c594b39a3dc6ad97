import { Client } from 'pg';
import { createTestDatabase } from './database';

describe('a test database', () => {
  it('is migrated, private to its suite and gone afterwards', async () => {
    const [mine, yours] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const client = new Client({ connectionString: mine.url });
    await client.connect();
    const { rows } = await client.query<{ households: string | null; locale: string }>(
      `SELECT to_regclass('households')::text AS households, datlocale AS locale
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(rows).toEqual([{ households: 'households', locale: 'C.UTF-8' }]);

    await yours.drop();
    const left = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [yours.name]);
    expect(left.rowCount).toBe(0);
    await client.end();
    await mine.drop();
  });
});
