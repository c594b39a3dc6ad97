import { randomUUID } from 'node:crypto';
import { PersonalRecordsRegistry } from '../../src/platform/privacy';
import { KEPT_TABLES } from '../../src/modules/privacy/kept-tables';
import { OFFICIAL_ACTS } from '../../src/modules/privacy/official-acts';
import { RETENTION_RULES } from '../../src/modules/privacy/retention-rules';
import { startTestApi, type TestApi } from '../harness';

describe('what is kept about people', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const names = async (sql: string): Promise<string[]> =>
    (await api.dataSource.query(sql)).map(({ name }: { name: string }) => name);

  it('is exported, or an official act: every column that names an account', async () => {
    const inSchema = await names(
      `SELECT DISTINCT name FROM (
         SELECT c.conrelid::regclass::text || '.' || a.attname AS name
           FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
          WHERE c.contype = 'f' AND c.confrelid = 'accounts'::regclass
         UNION
         SELECT table_name || '.' || column_name FROM information_schema.columns
          WHERE table_schema = 'public' AND data_type = 'uuid' AND column_name ~ '(^|_)(account|actor)_id$|_by$') found
        ORDER BY name`,
    );
    const exported = api.app
      .get(PersonalRecordsRegistry)
      .all()
      .flatMap(({ columns }) => columns);
    expect(inSchema.length).toBeGreaterThan(15);
    expect([...exported, ...Object.keys(OFFICIAL_ACTS)].sort()).toEqual(inSchema);
  });

  it('is found by an index: nobody who asks for it has the ballots of a town read', async () => {
    const ofAFewPeople = ['passkey_challenges', 'staff_totp'];
    const id = randomUUID();
    const readWhole = await api.dataSource.transaction(async (tx) => {
      await tx.query(`INSERT INTO accounts (id, role, display_name) VALUES ($1, 'resident', '138****5678')`, [id]);
      await tx.query('SET LOCAL enable_seqscan = off'); // also where the tables of a test are too small for an index
      for (const records of api.app.get(PersonalRecordsRegistry).all()) {
        await records.read(tx, id);
        await records.fates(tx, id);
        await records.isWitness?.(tx, id);
        await records.openDuties?.(tx, id);
      }
      return tx.query(`SELECT relname AS name FROM pg_stat_xact_user_tables WHERE seq_scan > 0 ORDER BY 1`);
    });
    expect(readWhole.map(({ name }: { name: string }) => name)).toEqual(ofAFewPeople);
  });

  it('has a time to go, or a reason to stay: every table', async () => {
    const tables = await names(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    const ruled = RETENTION_RULES.map(({ table }) => table);
    expect([...new Set([...ruled, ...Object.keys(KEPT_TABLES)])].sort()).toEqual(tables);
    expect(Object.keys(KEPT_TABLES).filter((table) => ruled.includes(table))).toEqual([]);
  });

  it('never includes what a count or a trail rests on', () => {
    const untouchable = ['ballots', 'chain_events', 'entitlements', 'consent_forms', 'signatures', 'reviews'];
    const ruled = RETENTION_RULES.map(({ table }) => table);
    expect([...untouchable, 'audit_events', 'privacy_consents'].filter((table) => ruled.includes(table))).toEqual([]);
  });
});
