import { randomUUID } from 'node:crypto';
import {
  buildStairwell,
  startTestApi,
  type BuiltStairwell,
  type TestActor,
  type TestApi,
} from '../../../../test/harness';
import { vaultOf } from '../../../../test/harness/vault';
import { RollModule } from '../roll.module';

const reason = '约定上门核对面积的时间';

describe('a whole telephone number', () => {
  let api: TestApi;
  let officer: TestActor;
  let place: BuiltStairwell;
  beforeAll(async () => {
    api = await startTestApi({ features: [RollModule] });
    officer = await api.loginAs('officer-wang');
    place = await buildStairwell(api.dataSource, {
      code: 'PHONES01',
      doors: [{ roomNo: '101', ownerPhone: '19900001234' }, { roomNo: '102' }],
    });
  });
  afterAll(() => api.stop());

  const ownerOf = async (roomNo: string): Promise<string> =>
    (
      await api.dataSource.query('SELECT owner_id AS id FROM ownerships WHERE household_id = $1', [
        place.households[roomNo],
      ])
    )[0].id;
  const ask = async (actor: TestActor, roomNo: string, body: object = { reason }) =>
    api.http(actor, 'office').post(`/api/owners/${await ownerOf(roomNo)}/phone`, body);

  it('is masked on the roll, and shown to the officer of the neighbourhood who says why', async () => {
    const roll = await api.http(officer, 'office').get(`/api/stairwells/${place.stairwellId}/households`);
    expect(roll.body[0].owners[0].phoneMasked).toBe('199****1234');
    expect(JSON.stringify(roll.body)).not.toContain('19900001234');
    expect(await ask(officer, '101')).toMatchObject({ status: 200, body: { phone: '19900001234' } });
  });

  it('leaves a line in the audit log: who, whose and why, but not the number', async () => {
    await ask(officer, '101', { reason: '回电 13812345678 之后核对' });
    const lines = await api.dataSource.query(
      `SELECT actor_id, subject_kind, subject_id, estate_id, detail FROM audit_events WHERE action = 'phone.unmask' ORDER BY id`,
    );
    expect(lines.at(-1)).toMatchObject({
      actor_id: officer.accountId,
      subject_kind: 'owner',
      subject_id: await ownerOf('101'),
      estate_id: place.estateId,
      detail: { reason: '回电 138****5678 之后核对' },
    });
    expect(JSON.stringify(lines)).not.toMatch(/1[39]\d{9}/);
  });

  it('is not told without a reason, nor where none is recorded', async () => {
    expect((await ask(officer, '101', {})).status).toBe(400);
    expect((await ask(officer, '101', { reason: '看看' })).status).toBe(400);
    expect((await ask(officer, '102')).body.code).toBe('no_phone_recorded');
    expect((await api.http(officer, 'office').post(`/api/owners/${randomUUID()}/phone`, { reason })).status).toBe(404);
  });

  it('is hidden from an officer of another neighbourhood, as if there were no such owner', async () => {
    const stranger = await api.loginAs('officer-far', { remits: [{ town: '莘园镇', neighbourhood: '远方居民区' }] });
    expect((await ask(stranger, '101')).body.code).toBe('not_found');
    const before = await api.dataSource.query(`SELECT 1 FROM audit_events WHERE actor_id = $1`, [stranger.accountId]);
    expect(before).toEqual([]);
  });

  it('of the tenant of a public flat is asked for by the door', async () => {
    const householdId = place.households['102']!;
    const vault = await vaultOf(api.dataSource);
    const { phoneSealed, phoneIndex } = vault.sealPhone('public_housing_tenants.phone', householdId, '19900005678');
    await api.dataSource.query(
      `INSERT INTO public_housing_tenants (household_id, name, phone_sealed, phone_index) VALUES ($1, '孙桂珍', $2, $3)`,
      [householdId, phoneSealed, phoneIndex],
    );
    const answer = await api.http(officer, 'office').post(`/api/households/${householdId}/tenant-phone`, { reason });
    expect(answer).toMatchObject({ status: 200, body: { phone: '19900005678' } });
  });

  it('of a volunteer is told to the officer whose stairwell they visit, of a resident to nobody', async () => {
    const volunteer = await api.loginAs('volunteer-xu', { phone: '19900009001', remits: [] });
    const resident = await api.loginAs('resident-101', { phone: '19900009002' });
    const personPhone = (id: string) => api.http(officer, 'office').post(`/api/people/${id}/phone`, { reason });
    expect((await personPhone(volunteer.accountId)).status).toBe(404);
    await api.dataSource.query(
      `INSERT INTO volunteer_assignments (account_id, stairwell_id, expires_on, assigned_by) VALUES ($1, $2, '2099-12-31', $3)`,
      [volunteer.accountId, place.stairwellId, officer.accountId],
    );
    expect((await personPhone(volunteer.accountId)).body).toEqual({ phone: '19900009001' });
    expect((await personPhone(resident.accountId)).status).toBe(404);
  });

  it('is shown sixty times an hour to one officer, however many ask at once', async () => {
    const busy = await api.loginAs('officer-busy');
    const answers = await Promise.all(Array.from({ length: 66 }, () => ask(busy, '101')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    expect(Number(answers.find(({ status }) => status === 429)!.headers['retry-after'])).toBeGreaterThan(3_500);
  });
});
