import { anEstate, aStairwell } from '@jiati/fixtures';
import { randomUUID } from 'node:crypto';
import { startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { importEstate } from '../../../test/roll/import-estate';
import { RollDirectory, RollModule, Slips, VolunteerAccess, type StairwellPlace } from '.';

describe('slips and volunteers', () => {
  let api: TestApi;
  let officer: TestActor;
  let stairwells: StairwellPlace[];
  let directory: RollDirectory;
  beforeAll(async () => {
    api = await startTestApi({ features: [RollModule] });
    officer = await api.loginAs('officer-wang');
    directory = api.app.get(RollDirectory);
    stairwells = await importEstate(
      api,
      officer,
      anEstate([
        aStairwell({
          doors: 12,
          change: {
            '402': {
              tenure: 'public_rental',
              owner: { name: '莘园房管所', kind: 'housing_authority' },
              tenantName: '周师傅',
              phone: null,
            },
          },
        }),
        aStairwell({
          stairwellName: '2号',
          doors: 4,
          areaDm2: (index) => (index === 0 ? null : 5_230),
          firstPerson: 40,
        }),
      ]),
    );
  });
  afterAll(() => api.stop());
  const tx = () => api.dataSource.manager;
  const codeOf = async (answer: Promise<unknown>) => answer.then(String, (error: { code?: string }) => error.code);

  describe('the directory', () => {
    it('finds a door by the poster’s code and the room as people write it', async () => {
      const [first] = stairwells;
      const found = await directory.findHousehold(tx(), first!.code.toLowerCase(), '３０２室');
      expect(found).toMatchObject({
        roomNo: '302',
        floor: 3,
        areaDm2: 6_000,
        estateName: '春晓苑',
        buildingName: '1号楼',
      });
      expect(await directory.findHousehold(tx(), first!.code, '999')).toBeNull();
      expect(first!.code).toMatch(/^[2-9A-HJ-NP-TV-Z]{8}$/);
      expect(first).toMatchObject({ householdCount: 12, floorCount: 6, unknownAreaCount: 0, stage: 'canvass' });
    });

    it('gives an electorate every door of its scope with owners, and the place in words', async () => {
      const { stairwellId, buildingId, estateId } = stairwells[1]!;
      const doors = await directory.householdsInScope(tx(), 'building', buildingId);
      expect(doors.map(({ stairwellName, roomNo }) => `${stairwellName} ${roomNo}`)).toEqual([
        ...['101', '102', '201', '202', '301', '302', '401', '402', '501', '502', '601', '602'].map(
          (room) => `1号 ${room}`,
        ),
        ...['101', '102', '201', '202'].map((room) => `2号 ${room}`),
      ]);
      expect(doors[7]).toMatchObject({
        tenure: 'public_rental',
        owners: [{ kind: 'housing_authority', name: '莘园房管所' }],
        tenant: { name: '周师傅' },
      });
      expect(doors[12]).toMatchObject({ areaDm2: null, areaSource: null });
      expect(await directory.scopeOf(tx(), 'stairwell', stairwellId)).toEqual({
        estateId,
        label: '春晓苑 1号楼 2号',
        stairwellIds: [stairwellId],
      });
      expect(await directory.scopeOf(tx(), 'estate', estateId)).toMatchObject({
        label: '春晓苑',
        stairwellIds: stairwells.map((one) => one.stairwellId),
      });
      expect(await directory.scopeOf(tx(), 'building', randomUUID())).toBeNull();
    });

    it('knows a household by its owner’s telephone', async () => {
      const [found] = await directory.householdsByPhone(tx(), '19900000012');
      expect(found).toMatchObject({ roomNo: '201' });
      expect(await directory.phoneStandsOnRoll(tx(), found!.householdId, '19900000013')).toBe(false);
    });
  });

  describe('a slip', () => {
    const issue = (householdIds?: string[]) =>
      api
        .http(officer, 'office')
        .post(`/api/stairwells/${stairwells[0]!.stairwellId}/slips`, householdIds ? { householdIds } : {});

    it('has six digits, is shown once, and a new one voids the old', async () => {
      const all = await issue();
      expect(all.status).toBe(201);
      expect(all.body).toHaveLength(12);
      const [{ householdId, pin }] = all.body;
      const slips = api.app.get(Slips);
      expect(pin).toMatch(/^\d{6}$/);
      expect(await slips.verify(tx(), householdId, pin)).toBe(true);
      const [fresh] = (await issue([householdId])).body;
      expect(fresh.pin === pin || !(await slips.verify(tx(), householdId, pin))).toBe(true);
      expect(await slips.verify(tx(), householdId, fresh.pin)).toBe(true);
      const [stored] = await api.dataSource.query('SELECT * FROM slips WHERE household_id = $1', [householdId]);
      expect(JSON.stringify(stored)).not.toContain(fresh.pin);
      const rows = await api.http(officer, 'office').get(`/api/stairwells/${stairwells[0]!.stairwellId}/households`);
      expect(rows.body[0].slipIssuedAt).toEqual(expect.any(String));
      expect((await issue([randomUUID()])).body.code).toBe('roll_household_unknown');
    });

    it('stands on the page of its household, which says where that is', async () => {
      const [{ householdId }] = (await issue()).body;
      const rows = await api.http(officer, 'office').get(`/api/stairwells/${stairwells[0]!.stairwellId}/households`);
      const one = await api.http(officer, 'office').get(`/api/households/${householdId}`);
      const { estateId, estateName, buildingName, stairwellId, stairwellName } = stairwells[0]!;
      const place = { estateId, estateName, buildingName, stairwellId, stairwellName };
      expect(one.body).toEqual({ ...rows.body[0], ...place, ballotFrozenAt: null });
      const unknown = await api.http(officer, 'office').get(`/api/households/${randomUUID()}`);
      expect(unknown.body.code).toBe('roll_household_unknown');
    });

    it('locks for 15 minutes after five wrong tries, even when they come at once or are rolled back', async () => {
      const [{ householdId, pin }] = (
        await issue([(await directory.findHousehold(tx(), stairwells[0]!.code, '501'))!.householdId])
      ).body;
      const slips = api.app.get(Slips);
      const wrong = pin === '000000' ? '111111' : '000000';
      const tryAndRollBack = () =>
        api.dataSource.transaction(async (inner) => {
          expect(await slips.verify(inner, householdId, wrong)).toBe(false);
          throw new Error('rolled back');
        });
      await expect(tryAndRollBack()).rejects.toThrow('rolled back');
      const atOnce = await Promise.all(Array.from({ length: 8 }, () => codeOf(slips.verify(tx(), householdId, wrong))));
      expect(atOnce.sort()).toEqual([
        'false',
        'false',
        'false',
        'false',
        'slip_locked',
        'slip_locked',
        'slip_locked',
        'slip_locked',
      ]);
      expect(await codeOf(slips.verify(tx(), householdId, pin))).toBe('slip_locked');
      api.clock.advanceMinutes(16);
      expect(await slips.verify(tx(), householdId, pin)).toBe(true);
      expect(await slips.verify(tx(), householdId, wrong)).toBe(false);
    });

    it('that was never made out is simply wrong', async () => {
      const found = await directory.findHousehold(tx(), stairwells[1]!.code, '202');
      expect(await api.app.get(Slips).verify(tx(), found!.householdId, '123456')).toBe(false);
    });
  });

  describe('a volunteer', () => {
    it('visits what is assigned, until the last day, and nothing else', async () => {
      const http = api.http(officer, 'office');
      const id = randomUUID();
      const person = { id, displayName: '老徐', phone: '19900009901' };
      const saved = await http.post('/api/volunteers', person);
      expect([saved.status, saved.body]).toEqual([
        201,
        { accountId: id, displayName: '老徐', phoneMasked: '199****9901', assignments: [] },
      ]);
      expect((await http.post('/api/volunteers', person)).body).toEqual(saved.body);

      const [first, second] = stairwells;
      const today = api.clock.today();
      const assigned = await http.put(`/api/volunteers/${id}/assignments`, {
        stairwellIds: [first!.stairwellId],
        expiresOn: today,
      });
      expect(assigned.body.assignments).toEqual([
        { stairwellId: first!.stairwellId, label: '春晓苑 1号楼 1号', expiresOn: today },
      ]);

      const access = api.app.get(VolunteerAccess);
      const door = await directory.findHousehold(tx(), first!.code, '101');
      await access.assertAssigned(tx(), id, first!.stairwellId);
      expect(await access.isAssignedToHousehold(tx(), id, door!.householdId)).toBe(true);
      expect(await codeOf(access.assertAssigned(tx(), id, second!.stairwellId))).toBe('not_assigned');
      api.clock.advanceMinutes(24 * 60);
      expect(await codeOf(access.assertAssigned(tx(), id, first!.stairwellId))).toBe('not_assigned');
      expect(await access.isAssignedToHousehold(tx(), id, door!.householdId)).toBe(false);

      const nextDay = api.http(await api.loginAs('officer-wang'), 'office');
      const past = await nextDay.put(`/api/volunteers/${id}/assignments`, { stairwellIds: [], expiresOn: today });
      expect(past.body.code).toBe('assignment_in_the_past');
      const unknown = await nextDay.put(`/api/volunteers/${randomUUID()}/assignments`, {
        stairwellIds: [],
        expiresOn: '2099-01-01',
      });
      expect(unknown.body.code).toBe('volunteer_unknown');
    });
  });
});
