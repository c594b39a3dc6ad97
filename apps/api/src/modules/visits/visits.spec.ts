import { anEstate, aStairwell } from '@jiati/fixtures';
import { randomUUID } from 'node:crypto';
import { bind, startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { importEstate } from '../../../test/roll/import-estate';
import { ManageVolunteers, RollDirectory, type StairwellPlace } from '../roll';
import { DraftRound, OpenRound } from '../rounds';

describe('at the doors', () => {
  let api: TestApi;
  let officer: TestActor;
  let volunteer: TestActor;
  let stairwell: StairwellPlace;
  let neighbour: StairwellPlace;
  const rooms: Record<string, string> = {};
  beforeAll(async () => {
    api = await startTestApi();
    officer = await api.loginAs('officer-wang');
    volunteer = await api.loginAs('volunteer-xu', { phone: '19900009901' });
    const change = {
      '101': {
        tenure: 'public_rental' as const,
        owner: { name: '莘园房管所', kind: 'housing_authority' as const },
        tenantName: '孙康',
        phone: null,
      },
    };
    [stairwell, neighbour] = (await importEstate(
      api,
      officer,
      anEstate([aStairwell({ change }), aStairwell({ stairwellName: '2号', firstPerson: 50 })]),
    )) as [StairwellPlace, StairwellPlace];
    for (const door of await api.app
      .get(RollDirectory)
      .householdsInScope(api.dataSource.manager, 'estate', stairwell.estateId)) {
      rooms[`${door.stairwellName} ${door.roomNo}`] = door.householdId;
    }
    await api.app
      .get(ManageVolunteers)
      .assign(officer, volunteer.accountId, { stairwellIds: [stairwell.stairwellId], expiresOn: '2099-12-31' });
  });
  afterAll(() => api.stop());

  const visit = (room: string, more: object = {}) => ({
    id: randomUUID(),
    householdId: rooms[room],
    outcome: 'considering',
    note: '想先看看报价',
    revisitOn: '2026-12-05',
    visitedAt: new Date(api.clock.now().getTime() - 60_000).toISOString(),
    ...more,
  });
  const grid = async () => (await api.http(volunteer).get(`/api/volunteer/stairwells/${stairwell.stairwellId}`)).body;

  it('a visit is kept once, however often the tablet sends it', async () => {
    const input = visit('1号 302');
    const first = await api.http(volunteer).post('/api/visits', input);
    expect([first.status, first.body]).toEqual([201, input]);
    expect((await api.http(volunteer).post('/api/visits', input)).body).toEqual(input);
    const other = await api.http(volunteer).post('/api/visits', { ...input, outcome: 'for' });
    expect([other.status, other.body.code]).toEqual([422, 'id_reused']);
    expect(await api.dataSource.query('SELECT count(*)::int AS n FROM visits')).toEqual([{ n: 1 }]);
  });

  it('only where the volunteer is assigned, only for volunteers, not in the future', async () => {
    expect((await api.http(volunteer).post('/api/visits', visit('2号 101'))).body.code).toBe('not_assigned');
    expect((await api.http(volunteer).get(`/api/volunteer/stairwells/${neighbour.stairwellId}`)).body.code).toBe(
      'not_assigned',
    );
    expect(
      (await api.http(volunteer).post('/api/visits', visit('1号 302', { householdId: randomUUID() }))).body.code,
    ).toBe('not_assigned');
    const later = new Date(api.clock.now().getTime() + 2 * 24 * 60 * 60_000).toISOString();
    expect((await api.http(volunteer).post('/api/visits', visit('1号 302', { visitedAt: later }))).body.code).toBe(
      'visit_in_the_future',
    );
    const resident = await api.loginAs('resident-302');
    expect((await api.http(resident).post('/api/visits', visit('1号 302'))).status).toBe(403);
  });

  it('shows every door from the ground up with masked names, the last visit and interest', async () => {
    await api
      .http(volunteer)
      .post(
        '/api/visits',
        visit('1号 302', { outcome: 'not_home', note: '', revisitOn: null, visitedAt: '2026-01-01T01:00:00.000Z' }),
      );
    await api.http(volunteer).post('/api/expressions-of-interest', {
      id: randomUUID(),
      householdId: rooms['1号 602'],
      stance: 'for',
      reasons: ['mobility'],
      note: '',
      channel: 'home_visit',
    });
    const { stairwell: place, round, decision, doors } = await grid();
    expect([place.visitedCount, place.ballotCount, round, decision]).toEqual([1, 0, null, null]);
    expect(doors.map((door: { roomNo: string }) => door.roomNo)).toEqual([
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
    expect(doors[0]).toMatchObject({ ownerName: '孙*', tenure: 'public_rental', lastVisit: null });
    expect(doors[5].ownerName).toMatch(/^.\*+$/u);
    expect(doors[5].lastVisit).toMatchObject({ outcome: 'considering', revisitOn: '2026-12-05' });
    expect(doors[11].interest).toEqual({ stance: 'for' });
    expect((await api.http(volunteer).get('/api/volunteer/stairwells')).body).toEqual([place]);
  });

  it('shows that a door has a ballot and how far the round is, never what the ballot says', async () => {
    const roundId = randomUUID();
    await api.app.get(DraftRound).execute(officer, {
      id: roundId,
      scopeKind: 'stairwell',
      scopeId: stairwell.stairwellId,
      rulesetId: 'cn-278-7',
      title: '加装电梯',
      statement: '是否同意加装电梯',
      schemeText: '方案',
      agreementText: '协议',
      closesAt: new Date(api.clock.now().getTime() + 86_400_000),
      costTable: { totalFen: 0, subsidyFen: 0, method: 'custom', rows: [] },
    });
    await api.app.get(OpenRound).execute(officer, roundId);
    const resident = await api.loginAs('resident-201');
    await bind(api.dataSource, resident, rooms['1号 201']!);
    const ballot = {
      id: randomUUID(),
      householdId: rooms['1号 201'],
      choice: 'against',
      channel: 'self_service',
      castAt: api.clock.now().toISOString(),
    };
    expect((await api.http(resident).post(`/api/rounds/${roundId}/ballots`, ballot)).status).toBe(201);

    const { stairwell: place, round, decision, pivotDoors, doors } = await grid();
    expect(place.ballotCount).toBe(1);
    expect(round).toMatchObject({ id: roundId, state: 'open' });
    expect(decision).toMatchObject({ verdict: 'undecided', possible: true });
    expect(pivotDoors).toMatchObject({ reach: 'reachable', size: 7 });
    const door = doors.find(({ roomNo }: { roomNo: string }) => roomNo === '201');
    expect(door.ballot).toEqual({ state: 'counted', channel: 'self_service', receivedAt: expect.any(String) });
    expect(JSON.stringify(doors)).not.toContain('against');
  });
});
