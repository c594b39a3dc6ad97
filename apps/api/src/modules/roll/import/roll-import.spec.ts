import { eastGarden, rosterFile } from '@jiati/fixtures';
import { randomUUID } from 'node:crypto';
import { startTestApi, type TestActor, type TestApi } from '../../../../test/harness';
import {
  headings,
  hugeRoll,
  passwordProtected,
  renamedPicture,
  rollOf,
  workbookOf,
  type Cell,
} from '../../../../test/roll/odd-files';
import { RollModule } from '../roll.module';

const place = { town: '莘园镇', neighbourhood: '东苑居民区' };

describe('importing a roll', () => {
  let api: TestApi;
  let officer: TestActor;
  beforeAll(async () => {
    api = await startTestApi({ features: [RollModule] });
    officer = await api.loginAs('officer-wang');
  });
  afterAll(() => api.stop());

  const preview = (file: Buffer, fields: Record<string, string> = {}, fileName = '名册.xlsx') =>
    api.http(officer, 'office').upload('/api/roll-imports', { file, fileName, fields: { ...place, ...fields } });
  const commit = (id: string) => api.http(officer, 'office').post(`/api/roll-imports/${id}/commit`);
  const imported = async (file: Buffer, estateName: string) =>
    (await commit((await preview(file, { estateName })).body.id)).body;
  const count = async (table: string, where = 'true') =>
    (await api.dataSource.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`))[0].n as number;
  const rollOfStairwell = async (estateName: string, stairwellName: string) => {
    const [row] = await api.dataSource.query(
      `SELECT w.id FROM stairwells w JOIN estates e ON e.id = w.estate_id WHERE e.name = $1 AND w.name = $2`,
      [estateName, stairwellName],
    );
    return (await api.http(officer, 'office').get(`/api/stairwells/${row.id}/households`)).body;
  };

  it('previews, imports 166 doors of 12 stairwells, and changes nothing the second time', async () => {
    const first = await preview(rosterFile('roster-east-garden'), { estateName: eastGarden.estateName });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      state: 'previewed',
      fileName: '名册.xlsx',
      estate: { id: null, name: '东苑花园' },
      counts: {
        stairwells: 12,
        households: 166,
        new: 166,
        changed: 0,
        unchanged: 0,
        refused: 0,
        unknownArea: 0,
        absent: 0,
      },
    });
    expect(first.body.stairwells[2]).toEqual({
      buildingName: '1号楼',
      stairwellName: '3号',
      households: 18,
      areaDm2: 142_788,
    });
    expect(await count('households')).toBe(0);

    const done = await commit(first.body.id);
    expect(done.body).toMatchObject({ state: 'committed', counts: { new: 166 } });
    expect([await count('stairwells'), await count('households'), await count('buildings')]).toEqual([12, 166, 4]);
    expect((await commit(first.body.id)).body).toEqual(done.body);
    expect(await count('audit_events', `action = 'roll.import'`)).toBe(1);

    const owners = await count('owners');
    const again = await preview(rosterFile('roster-east-garden'));
    expect(again.body.counts).toMatchObject({ new: 0, changed: 0, unchanged: 166 });
    expect((await commit(again.body.id)).body.counts).toMatchObject({ new: 0, changed: 0, unchanged: 166 });
    expect(await count('owners')).toBe(owners);
    const estates = await api.http(officer, 'office').get('/api/estates');
    expect(estates.body.estates).toEqual([
      expect.objectContaining({ name: '东苑花园', stairwellCount: 12, householdCount: 166, unknownAreaCount: 0 }),
    ]);
  });

  it('makes one owner of one name with one telephone, and one of the authority, but keeps same names apart', async () => {
    expect(await count('owners', `name = '钱燕建'`)).toBe(2);
    expect(
      await count(`ownerships s JOIN owners o ON o.id = s.owner_id`, `o.name = '钱燕建' AND o.phone_index IS NOT NULL`),
    ).toBe(3);
    expect(await count('owners', `kind = 'housing_authority'`)).toBe(1);
    expect(await count('public_housing_tenants')).toBe(11);
  });

  it('shows the office masked telephones, owners, tenants and natural order', async () => {
    const rows = await rollOfStairwell('东苑花园', '1号');
    expect(rows.map((row: { roomNo: string }) => row.roomNo)).toEqual([
      '101',
      '102',
      '201',
      '202',
      '301',
      '302',
      '401',
      '402',
      '501',
      '502',
      '601',
      '602',
    ]);
    expect(rows[0]).toMatchObject({
      tenure: 'public_rental',
      tenant: { name: '孙康', phoneMasked: null },
      areaDm2: 6704,
    });
    expect(
      rows[11].owners.map((owner: { name: string; phoneMasked: string }) => [owner.name, owner.phoneMasked]),
    ).toEqual([
      ['许少桂', '186****4417'],
      ['李明', null],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/\b1[3-9]\d{9}\b/);
  });

  it('keeps a merge an officer made, through the next import of the same file', async () => {
    const owners: { id: string; hasPhone: boolean }[] = await api.dataSource.query(
      `SELECT id, phone_sealed IS NOT NULL AS "hasPhone" FROM owners WHERE name = '钱燕建'`,
    );
    const from = owners.find(({ hasPhone }) => !hasPhone)!.id;
    const into = owners.find(({ hasPhone }) => hasPhone)!.id;
    const http = api.http(officer, 'office');
    const merged = await http.post(`/api/owners/${from}/merge`, { intoOwnerId: into, reason: '本人到办公室确认' });
    expect(merged.body).toMatchObject({ owner: { id: into, phoneMasked: '177****6914' }, householdCount: 4 });
    expect((await preview(rosterFile('roster-east-garden'))).body.counts).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 166,
    });
    expect((await http.post(`/api/owners/${into}/merge`, { intoOwnerId: into, reason: '同一个' })).body.code).toBe(
      'owners_not_mergeable',
    );
    expect(await count('audit_events', `action = 'owner.merge'`)).toBe(1);
  });

  it('imports the messy roll: two rows refused, nothing else lost, unknown areas unknown', async () => {
    const body = await imported(rosterFile('roster-east-garden-messy'), '东苑花园二期');
    expect(body.counts).toMatchObject({ stairwells: 12, households: 166, new: 166, refused: 2, unknownArea: 4 });
    expect(body.refusedRows.map(({ row }: { row: number }) => row)).toEqual([188, 189]);
    expect(body.warnings[0].message).toContain('表里写的小区是“东苑花园”，您填的是“东苑花园二期”');
    expect(await count('households', 'exclusive_area_dm2 IS NULL')).toBe(4);
    expect(
      body.stairwells.find(({ stairwellName }: { stairwellName: string }) => stairwellName === '1号').areaDm2,
    ).toBeNull();
  });

  describe('a roll that changed', () => {
    const sheet = (...rows: Cell[][]) => workbookOf({ 名册: [headings, ...rows] });
    const before = sheet(
      ['1', '1', '101', 1, 60, '姜㛃', '', '13800000001', '商品房', '', ''],
      ['1', '1', '102', 1, '', '周二', '', '', '商品房', '', ''],
      ['1', '1', '201', 2, 60, '周三', '', '13800000003', '商品房', '', ''],
    );

    it('follows the sheet, keeps what the office filled in, and reports doors that vanished', async () => {
      await imported(before, '春晓苑');
      const [, second] = await rollOfStairwell('春晓苑', '1号');
      const http = api.http(officer, 'office');
      const filled = await http.patch(`/api/households/${second.householdId}`, {
        areaDm2: 6_150,
        areaSource: 'surveyed',
      });
      expect(filled.body).toMatchObject({ areaDm2: 6_150, areaSource: 'surveyed' });
      expect((await http.patch(`/api/households/${randomUUID()}`, { areaDm2: 1 })).status).toBe(404);

      const body = await imported(
        sheet(
          ['1', '1', '101', 1, 60.5, '姜㛃', '𠅤文斌', '13800000009', '商品房', '', ''],
          ['1', '1', '102', 1, '', '周二', '', '', '商品房', '', ''],
          ['1', '1', '301', 3, 60, '周四', '', '', '商品房', '', ''],
        ),
        '春晓苑',
      );
      expect(body.counts).toMatchObject({ new: 1, changed: 1, unchanged: 1, absent: 1 });
      expect(body.changes).toEqual([
        { row: 2, buildingName: '1号楼', stairwellName: '1号', roomNo: '101', columns: ['area', 'coOwners', 'phone'] },
      ]);
      expect(body.absentDoors).toEqual([{ buildingName: '1号楼', stairwellName: '1号', roomNo: '201' }]);
      const rows = await rollOfStairwell('春晓苑', '1号');
      expect(rows.map((row: { roomNo: string; areaDm2: number }) => [row.roomNo, row.areaDm2])).toEqual([
        ['101', 6_050],
        ['102', 6_150],
        ['201', 6_000],
        ['301', 6_000],
      ]);
      expect(rows[0].owners.map((owner: { name: string }) => owner.name)).toEqual(['姜㛃', '𠅤文斌']);
    });
  });

  it('imports two files of one estate at the same time without losing or doubling a door', async () => {
    const [one, two] = await Promise.all([
      preview(rollOf(['1', '1', '101', 1, 60, '周一', '', '13811111111', '商品房', '', '']), { estateName: '并行苑' }),
      preview(rollOf(['1', '1', '102', 1, 60, '周一', '', '13811111111', '商品房', '', '']), { estateName: '并行苑' }),
    ]);
    const answers = await Promise.all([commit(one.body.id), commit(two.body.id), commit(one.body.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const rows = await rollOfStairwell('并行苑', '1号');
    expect(rows.map((row: { roomNo: string }) => row.roomNo)).toEqual(['101', '102']);
    expect(rows[0].owners[0].id).toBe(rows[1].owners[0].id);
  });

  it('is safe to repeat with the device’s id, and refuses the id for another file', async () => {
    const id = randomUUID();
    const file = rollOf(['1', '1', '101', 1, 60, '周一', '', '', '商品房', '', '']);
    const first = await preview(file, { id, estateName: '重发苑' });
    expect((await preview(file, { id, estateName: '重发苑' })).body).toEqual(first.body);
    const other = await preview(rosterFile('roster-east-garden'), { id, estateName: '重发苑' });
    expect([other.status, other.body.code]).toEqual([422, 'id_reused']);
  });

  it.each([
    ['a renamed photograph', renamedPicture(), 415, 'roll_file_picture'],
    ['a password-protected file', passwordProtected(), 422, 'roll_file_password_protected'],
    ['an empty workbook', workbookOf({ Sheet1: [] }), 422, 'roll_file_empty_workbook'],
    ['an empty file', Buffer.alloc(0), 422, 'roll_file_empty'],
    [
      'other headings',
      workbookOf({
        名册: [
          ['序号', '内容'],
          ['1', '通知'],
        ],
      }),
      422,
      'roll_file_headings_missing',
    ],
    ['200,000 rows', hugeRoll(200_000), 413, 'roll_file_too_many_rows'],
    ['12 MB', Buffer.alloc(12 * 1024 * 1024, 1), 413, 'roll_file_too_large'],
  ])('refuses %s in a Chinese sentence and stores nothing', async (_, file, status, code) => {
    const stored = await count('roll_imports');
    const answer = await preview(file, { estateName: '不该有' });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.title).toMatch(/^[\u4e00-\u9fff].*。$/);
    expect(await count('roll_imports')).toBe(stored);
  });

  it('is for officers only, and names a missing field', async () => {
    const resident = await api.loginAs('resident-302');
    const file = rosterFile('roster-east-garden');
    expect(
      (await api.http(resident).upload('/api/roll-imports', { file, fileName: 'a.xlsx', fields: place })).status,
    ).toBe(403);
    const answer = await api
      .http(officer, 'office')
      .upload('/api/roll-imports', { file, fileName: 'a.xlsx', fields: { town: '莘园镇' } });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'neighbourhood']);
    expect((await commit(randomUUID())).body.code).toBe('roll_import_unknown');
  });

  it('forgets a preview nobody imported after a week, and keeps no rows of what was imported', async () => {
    expect(await count('roll_imports', `state = 'committed' AND parsed_rows_sealed IS NOT NULL`)).toBe(0);
    const forgotten = (await preview(rosterFile('roster-east-garden'))).body.id;
    api.clock.advanceMinutes(8 * 24 * 60);
    officer = await api.loginAs('officer-wang');
    await preview(rosterFile('roster-east-garden'));
    expect((await commit(forgotten)).body.code).toBe('roll_import_unknown');
    expect(await count('roll_imports', `state = 'previewed'`)).toBe(1);
  });
});
