import { randomUUID } from 'node:crypto';
import { Accounts, SmsSender } from '../../src/modules/accounts';
import { startTestApi, type TestApi } from '../harness';
import { headings, workbookOf } from '../roll/odd-files';
import { expectStatus, StairwellStory } from '../stories/stairwell-story';

/** A mobile number that stands alone; eleven digits within a hash are none. */
const NUMBER = String.raw`(^|[^0-9a-zA-Z])1[3-9][0-9]{9}([^0-9a-zA-Z]|$)`;
/** Every telephone of the roll imported below. */
const ROLL = { owner: '13800001101', second: '13800001102', third: '13800001103', refused: '13800001104' };

describe('what a copy of the database gives away', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ environment: { JIATI_DEMO: '1' } });
  });
  afterAll(() => api.stop());

  /** Columns that hold a telephone number in the clear, of every text, JSON and bytea column there is. */
  const inTheClear = async (): Promise<string[]> => {
    const columns: { table: string; column: string; type: string }[] = await api.dataSource.query(
      `SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type
         FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
          AND c.data_type IN ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY')`,
    );
    expect(columns.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const { table, column, type } of columns) {
      const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
      const rows = await api.dataSource.query(`SELECT 1 FROM "${table}" WHERE ${text} ~ $1 LIMIT 1`, [NUMBER]);
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found;
  };

  const codeSentTo = (phone: string): string =>
    api.app
      .get(SmsSender)
      .recentCodes()
      .find((sent) => sent.phone === phone)!.code;

  const signInByPhone = async (phone: string) => {
    await api.http(undefined, 'weapp').post('/api/session/codes', { phone });
    const body = { phone, code: codeSentTo(phone) };
    return expectStatus(await api.http(undefined, 'weapp').post('/api/session/phone', body), 200).body;
  };

  const importRoll = async (story: StairwellStory) => {
    const file = workbookOf({
      名册: [
        headings,
        ['1', '1', '101', 1, 60, '陈阿宝', '', ROLL.owner, '商品房', '', ''],
        ['1', '1', '102', 1, 60, '周二', '', `${ROLL.second}、${ROLL.third}`, '商品房', '', ''],
        ['1', '1', '201', 2, -5, '周三', '', ROLL.refused, '商品房', '', ''],
      ],
    });
    const fields = { estateName: '新苑', town: '莘园镇', neighbourhood: '新苑居民区' };
    const upload = () => story.officer.http.upload('/api/roll-imports', { file, fileName: '名册.xlsx', fields });
    const answer = expectStatus(await upload(), 201);
    // Neither the refused row nor the warning about two numbers in one cell shows them whole.
    expect(answer.body).toMatchObject({ counts: { refused: 1 } });
    expect(answer.bytes.toString('utf8')).toContain('138****1104');
    expect(answer.bytes.toString('utf8')).not.toMatch(/1380000110\d/);
    expectStatus(await story.officer.http.post(`/api/roll-imports/${answer.body.id}/commit`), 200);
    await upload(); // and one that nobody imported yet
  };

  it('is no telephone number: roll, imports, accounts, codes and papers are sealed or hold none', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    await story.vote('for', '101', '102', '201');
    await story.officer.approves(await (await story.volunteer()).takes('202', 'for'));
    await story.officer.approves(await (await story.officer.colleague('li')).enters('301', 'against'));
    const volunteer = { id: randomUUID(), displayName: '老徐', phone: '13800001199' };
    expectStatus(await story.officer.http.post('/api/volunteers', volunteer), 201);
    await importRoll(story);
    const session = await signInByPhone(ROLL.owner);
    const mine = api.http({ token: session.token, client: 'weapp' });
    const [match] = expectStatus(await mine.get('/api/my/roll-matches'), 200).body;
    expect(match).toMatchObject({ estateName: '新苑', roomNo: '101' });
    const { stairwellCode, roomNo } = match;
    const binding = { id: randomUUID(), stairwellCode, roomNo, relation: 'owner', statedName: '陈阿宝' };
    expectStatus(await mine.post('/api/bindings', { ...binding, method: 'roll_phone' }), 201);
    await story.officer.closes();
    await story.officer.announces();

    expect(await inTheClear()).toEqual([]);
  });

  it('is looked for in earnest: one number written in the clear is found', async () => {
    const story = await StairwellStory.begin(api);
    await api.dataSource.query(`UPDATE households SET remark = '联系电话13800001101，晚上打' WHERE id = $1`, [
      story.household('101'),
    ]);
    expect(await inTheClear()).toEqual(['households.remark']);
  });

  it('finds an account by its telephone, and lets a telephone be one account’s only', async () => {
    const first = await signInByPhone('13800001150');
    expect(first.account.phoneMasked).toBe('138****1150');
    const again = await api.app.get(Accounts).ensureResident(api.dataSource.manager, '13800001150');
    expect(again.id).toBe(first.account.id);
    await expect(
      api.dataSource.query(
        `INSERT INTO accounts (id, role, display_name, phone_sealed, phone_index)
         SELECT gen_random_uuid(), 'resident', '冒名', phone_sealed, phone_index FROM accounts WHERE id = $1`,
        [first.account.id],
      ),
    ).rejects.toThrow(/uq_accounts_phone/);
  });

  it('lets no two rows swap their numbers', async () => {
    const officer = await api.loginAs('officer-wang');
    const story = await StairwellStory.begin(api);
    const [one, other] = ['101', '102'].map((roomNo) => story.household(roomNo));
    const sealedOf = async (household: string | undefined): Promise<{ id: string; sealed: Buffer }> =>
      (
        await api.dataSource.query(
          'SELECT o.id, o.phone_sealed AS sealed FROM owners o JOIN ownerships s ON s.owner_id = o.id WHERE s.household_id = $1',
          [household],
        )
      )[0];
    const [mine, yours] = [await sealedOf(one), await sealedOf(other)];
    await api.dataSource.query('UPDATE owners SET phone_sealed = $2 WHERE id = $1', [mine.id, yours.sealed]);
    const roll = () => api.http(officer, 'office').get(`/api/stairwells/${story.place.stairwellId}/households`);
    expect((await roll()).status).toBe(500);
    await api.dataSource.query('UPDATE owners SET phone_sealed = $2 WHERE id = $1', [mine.id, mine.sealed]);
    expect((await roll()).status).toBe(200);
  });
});
