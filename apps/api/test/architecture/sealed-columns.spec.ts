import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source-options';
import { SEALED_COLUMNS } from '../../src/platform/vault';
import { createTestDatabase } from '../harness/database';

describe('sealed columns', () => {
  it('are all in the list that rotate-keys goes by, each with the uuid of its row, and none of it is append-only', async () => {
    const database = await createTestDatabase();
    const dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
    try {
      const columnsOf = (where: string): Promise<{ name: string }[]> =>
        dataSource.query(
          `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
            WHERE table_schema = 'public' AND ${where} ORDER BY name`,
        );
      const names = (rows: { name: string }[]) => rows.map(({ name }) => name);
      const listed = Object.values(SEALED_COLUMNS);

      const inSchema = names(await columnsOf(`column_name LIKE '%\\_sealed' AND data_type = 'bytea'`));
      expect(listed.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(inSchema);

      const uuids = names(await columnsOf(`data_type = 'uuid'`));
      expect(uuids).toEqual(expect.arrayContaining(listed.map(({ table, rowId }) => `${table}.${rowId}`)));

      const appendOnly = names(
        await dataSource.query(
          `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgfoid = 'refuse_change'::regproc`,
        ),
      );
      expect(appendOnly).toContain('ballots');
      expect(listed.filter(({ table }) => appendOnly.includes(table))).toEqual([]);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });
});
