import 'reflect-metadata';
import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/harness/database';
import { dataSourceOptions } from './data-source-options';

describe('a connection that is lost', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('ends nobody’s process while nobody listens to it, and its next statement is told', async () => {
    const { url, extra } = dataSourceOptions(database.url) as { url: string; extra: object };
    const pool = new Pool({ ...extra, connectionString: url, max: 2 });
    pool.on('error', () => undefined);
    // Taken out of the pool, as TypeORM does: from here on the pool no longer listens.
    const taken = await pool.connect();
    const { rows } = await taken.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const lost = new Promise((resolve) => taken.once('end', resolve));
    await pool.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
    await lost;
    await expect(taken.query('SELECT 1')).rejects.toThrow(/not queryable|Client was closed/);
    taken.release(true);
    await pool.end();
  });
});
