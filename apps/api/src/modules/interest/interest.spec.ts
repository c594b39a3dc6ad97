import { anEstate, aStairwell } from '@jiati/fixtures';
import { randomUUID } from 'node:crypto';
import { bind, startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { importEstate } from '../../../test/roll/import-estate';
import { ManageVolunteers, RollDirectory, type StairwellPlace } from '../roll';
import { InterestLookup, InterestModule } from '.';

describe('expressing interest', () => {
  let api: TestApi;
  let officer: TestActor;
  let stairwell: StairwellPlace;
  const rooms: Record<string, string> = {};
  beforeAll(async () => {
    api = await startTestApi({ features: [InterestModule] });
    officer = await api.loginAs('officer-wang');
    const change = {
      '102': {
        tenure: 'public_rental' as const,
        owner: { name: '莘园房管所', kind: 'housing_authority' as const },
        tenantName: '周师傅',
        phone: null,
      },
    };
    [stairwell] = (await importEstate(api, officer, anEstate([aStairwell({ doors: 4, change })]))) as [StairwellPlace];
    for (const door of await api.app
      .get(RollDirectory)
      .householdsInScope(api.dataSource.manager, 'stairwell', stairwell.stairwellId)) {
      rooms[door.roomNo] = door.householdId;
    }
  });
  afterAll(() => api.stop());

  const word = (roomNo: string, more: object = {}) => ({
    id: randomUUID(),
    householdId: rooms[roomNo],
    stance: 'conditional',
    reasons: ['cost', 'light'],
    note: '一楼怎么补',
    channel: 'self_service',
    ...more,
  });
  const say = (actor: TestActor, input: object) => api.http(actor).post('/api/expressions-of-interest', input);

  it('keeps every word and shows the latest', async () => {
    const owner = await api.loginAs('resident-owner');
    await bind(api.dataSource, owner, rooms['201']!);
    const first = word('201');
    const answer = await say(owner, first);
    expect([answer.status, answer.body]).toEqual([201, { ...first, receivedAt: expect.any(String) }]);
    expect((await say(owner, first)).body).toEqual(answer.body);
    expect((await say(owner, { ...first, stance: 'for' })).body.code).toBe('id_reused');
    api.clock.advanceMinutes(1);
    await say(owner, word('201', { stance: 'for', reasons: [] }));
    const lookup = api.app.get(InterestLookup);
    const latest = await lookup.latestOf(api.dataSource.manager, Object.values(rooms));
    expect([...latest.keys()]).toEqual([rooms['201']]);
    expect(latest.get(rooms['201']!)).toMatchObject({ stance: 'for', reasons: [] });
    expect(await lookup.registeredCount(api.dataSource.manager, [stairwell.stairwellId])).toEqual(
      new Map([[stairwell.stairwellId, 1]]),
    );
  });

  it('is for the household’s owners and a public flat’s tenant, not for strangers, tenants or relatives', async () => {
    const stranger = await api.loginAs('resident-stranger');
    expect((await say(stranger, word('201'))).body.code).toBe('not_bound');
    const tenant = await api.loginAs('resident-tenant');
    await bind(api.dataSource, tenant, rooms['202']!, 'tenant');
    expect((await say(tenant, word('202'))).body.code).toBe('interest_not_yours');
    const publicTenant = await api.loginAs('resident-public-tenant');
    await bind(api.dataSource, publicTenant, rooms['102']!, 'tenant');
    expect((await say(publicTenant, word('102'))).status).toBe(201);
  });

  it('is taken at the door by an assigned volunteer only', async () => {
    const volunteer = await api.loginAs('volunteer-xu', { phone: '19900009901' });
    expect((await say(volunteer, word('101', { channel: 'home_visit' }))).body.code).toBe('not_assigned');
    await api.app
      .get(ManageVolunteers)
      .assign(officer, volunteer.accountId, { stairwellIds: [stairwell.stairwellId], expiresOn: '2099-12-31' });
    expect((await say(volunteer, word('101', { channel: 'home_visit' }))).status).toBe(201);
    const resident = await api.loginAs('resident-owner');
    expect((await say(resident, word('201', { channel: 'home_visit' }))).body.code).toBe('interest_channel_wrong');
  });

  it('names what is wrong with a malformed one', async () => {
    const owner = await api.loginAs('resident-owner');
    const answer = await say(owner, word('201', { stance: 'maybe', reasons: ['light', 'light'] }));
    expect([answer.status, answer.body.errors.map(({ path }: { path: string }) => path).sort()]).toEqual([
      400,
      ['reasons', 'stance'],
    ]);
  });
});
