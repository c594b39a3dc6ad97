import { startTestApi, type TestApi } from '../../../test/harness';
import { Browser } from '../../../test/stories/browser';
import { VerifyChains } from '../bundles';
import { RecountRounds } from '../decisions';
import { seedDemo } from '.';

interface Gate {
  gateId: string;
  basis: string;
  role: string;
  part: number;
  whole: number;
  met: boolean | null;
  shortBy: number;
}

describe('the demo', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ environment: { JIATI_DEMO: '1' } });
    expect(await seedDemo(api.app)).toBe(true);
  }, 120_000);
  afterAll(() => api.stop());

  const guide = async () => (await api.http().get('/api/demo')).body;
  const codeOf = async (place: string): Promise<string> =>
    (await guide()).stairwells.find(({ label }: { label: string }) => label === `春晓苑 ${place}`).code;
  const publicPage = async (place: string) =>
    (await api.http().get(`/api/public/stairwells/${await codeOf(place)}`)).body;
  const wang = async () => {
    const { people } = await guide();
    const { username, password, totpCode } = people.find((person: { username?: string }) => person.username === 'wang');
    const browser = new Browser(api);
    expect((await browser.post('/api/session/password', { username, password })).body.next).toBe('totp');
    return browser.post('/api/session/totp', { code: totpCode });
  };
  const sheet = async (place: string) => {
    const officer = await api.loginAs('officer-look');
    const estates = await api.http(officer, 'office').get('/api/estates');
    const stairwells = await api.http(officer, 'office').get(`/api/estates/${estates.body.estates[0].id}/stairwells`);
    const code = await codeOf(place);
    const stairwell = stairwells.body.find((each: { code: string }) => each.code === code);
    return (await api.http(officer, 'office').get(`/api/rounds/${stairwell.round.id}/count-sheet`)).body;
  };
  /** Each gate as [role, basis, part, whole, met, shortBy]. */
  const gates = (decision: { checks: Gate[] }) =>
    decision.checks.map(({ role, basis, part, whole, met, shortBy }) => [role, basis, part, whole, met, shortBy]);

  it('is made once: a second run, and one after a cut, change nothing', async () => {
    const counts = async () =>
      (
        await api.dataSource
          .query(`SELECT (SELECT count(*) FROM ballots)::int AS ballots, (SELECT count(*) FROM bindings)::int AS bindings,
        (SELECT count(*) FROM submissions)::int AS submissions, (SELECT count(*) FROM reviews)::int AS reviews,
        (SELECT count(*) FROM owners)::int AS owners, (SELECT count(*) FROM visits)::int AS visits, (SELECT count(*) FROM accounts)::int AS accounts`)
      )[0];
    const before = await counts();
    expect(await seedDemo(api.app)).toBe(false);
    await api.dataSource.query(`DELETE FROM demo_notes WHERE key = 'guide'`);
    expect(await seedDemo(api.app)).toBe(true);
    expect(await counts()).toEqual(before);
  }, 120_000);

  it('has nothing that its own chains or a recount would complain of', async () => {
    const { manager } = api.dataSource;
    const { rounds, ballots, problems } = await api.app.get(VerifyChains).execute(manager);
    expect(problems).toEqual([]);
    expect(await api.app.get(RecountRounds).execute(manager)).toMatchObject({ rounds, differences: [] });
    expect(rounds).toBeGreaterThanOrEqual(9);
    expect(ballots).toBeGreaterThan(50);
  });

  it('tells how to be each of its people', async () => {
    const { people, stairwells, slips, phoneCodes } = await guide();
    expect(people.map(({ role }: { role: string }) => role).sort()).toEqual([
      'auditor',
      'committee',
      'contractor',
      'officer',
      'officer',
      'operator',
      'resident',
      'resident',
      'resident',
      'resident',
      'resident',
      'resident',
      'resident',
      'street',
      'volunteer',
      'volunteer',
      'volunteer',
    ]);
    expect([stairwells.length, slips.length]).toEqual([14, 8]);
    expect(Array.isArray(phoneCodes)).toBe(true);
    // Twice in one half-minute: the guide goes on to the next code.
    expect((await wang()).body).toMatchObject({ assurance: 'full', next: 'none' });
    expect((await wang()).body).toMatchObject({ assurance: 'full', next: 'none' });
    const [{ code, roomNo, pin }] = slips;
    const session = await api
      .http(undefined, 'weapp')
      .post('/api/session/slip', { stairwellCode: code, roomNo, pin, relation: 'owner', statedName: '试一试' });
    expect(session.status).toBeLessThan(300);
  });

  it('1号楼 1号 passes exactly: 8 of 12 take part, 6 of 8 agree, by heads and by area', async () => {
    const { round, stage } = await publicPage('1号楼 1号');
    expect([round.state, stage, round.decision.verdict]).toEqual(['announced', 'notice', 'approved']);
    expect(gates(round.decision)).toEqual([
      ['quorum', 'headcount', 8, 12, true, 0],
      ['quorum', 'exclusive_area', 48_000, 72_000, true, 0],
      ['approval', 'headcount', 6, 8, true, 0],
      ['approval', 'exclusive_area', 36_000, 48_000, true, 0],
    ]);
  });

  it('1号楼 2号 fails by 0.01 m²', async () => {
    const { round } = await publicPage('1号楼 2号');
    expect(round.decision.verdict).toBe('rejected');
    expect(gates(round.decision)).toEqual([
      ['quorum', 'headcount', 8, 12, true, 0],
      ['quorum', 'exclusive_area', 60_000, 90_000, true, 0],
      ['approval', 'headcount', 6, 8, true, 0],
      ['approval', 'exclusive_area', 44_999, 60_000, false, 1],
    ]);
  });

  it('1号楼 3号: eight flats, seven heads, one head short', async () => {
    const { decision, rows } = await sheet('1号楼 3号');
    expect(decision.verdict).toBe('undecided');
    expect(gates(decision).slice(0, 2)).toEqual([
      ['quorum', 'headcount', 7, 11, false, 1],
      ['quorum', 'exclusive_area', 48_000, 72_000, true, 0],
    ]);
    const heads = rows
      .filter(({ roomNo }: { roomNo: string }) => ['601', '602'].includes(roomNo))
      .map(({ headNo }: { headNo: number }) => headNo);
    expect(new Set(heads).size).toBe(1);
  });

  it('2号楼 4号: the authority of two public flats is one head; closed, to be announced', async () => {
    const { round, decision, tally } = await sheet('2号楼 4号');
    expect([round.state, decision.verdict, round.pendingReviews]).toEqual(['closed', 'approved', 0]);
    expect([tally.electorate.heads, tally.participating.heads, tally.for.heads]).toEqual([11, 9, 8]);
    expect((await publicPage('2号楼 4号')).round.decision).toBeNull();
  });

  it('2号楼 5号 cannot be decided: one area is unknown', async () => {
    const { decision, missingAreas } = await sheet('2号楼 5号');
    expect(decision.verdict).toBe('undetermined');
    expect(missingAreas.map(({ roomNo }: { roomNo: string }) => roomNo)).toEqual(['502']);
  });

  it('2号楼 6号 has just begun; 3号楼 7号 is one door short, with one ballot waiting and one case open', async () => {
    const begun = await sheet('2号楼 6号');
    expect([begun.round.state, gates(begun.decision)[0]]).toEqual(['open', ['quorum', 'headcount', 3, 12, false, 5]]);
    const nearly = await sheet('3号楼 7号');
    expect([nearly.round.state, nearly.tally, gates(nearly.decision)[0]![2]]).toEqual(['open', null, 7]);
    expect([nearly.round.pendingReviews, nearly.round.openCases]).toEqual([1, 1]);
    expect(nearly.pivotDoors.size).toBe(1);
    expect((await publicPage('3号楼 7号')).round.decision).toBeNull();
  });

  it('has somebody to remind at 2号楼 6号, and doors no message reaches', async () => {
    const { round } = await sheet('2号楼 6号');
    const officer = api.http(await api.loginAs('officer-look'), 'office');
    const { body } = await officer.get(`/api/rounds/${round.id}/reminders`);
    expect(body).toMatchObject({ silentDoors: 9, sms: 1, weapp: 0, asksLeft: 3 });
    expect(body.unreached).toHaveLength(8);
  });

  it('3号楼 8号 is being canvassed, 9号 is new, 10号 is a draft nobody sees', async () => {
    const canvass = await publicPage('3号楼 8号');
    expect([canvass.stage, canvass.interest.registeredHouseholds, canvass.round]).toEqual(['canvass', 9, null]);
    const fresh = await publicPage('3号楼 9号');
    expect([fresh.householdCount, fresh.floorCount, fresh.interest.registeredHouseholds]).toEqual([18, 6, 0]);
    const draft = await publicPage('4号楼 10号');
    expect([draft.stage, draft.round]).toEqual(['feasibility', null]);
    const [{ n }] = await api.dataSource.query(
      `SELECT count(*)::int AS n FROM consultation_rounds WHERE state = 'draft'`,
    );
    expect(n).toBe(1);
  });

  it('4号楼 11号 is signing after a unanimous vote; 12号 builds; 13号 rides', async () => {
    const signing = await publicPage('4号楼 11号');
    expect([signing.stage, signing.round.decision.verdict]).toEqual(['signing', 'approved']);
    expect(gates(signing.round.decision)[2]).toEqual(['approval', 'headcount', 12, 12, true, 0]);
    const [{ n }] = await api.dataSource.query(`SELECT count(DISTINCT household_id)::int AS n FROM consent_forms`);
    expect(n).toBe(7);
    expect((await publicPage('4号楼 12号')).stage).toBe('construction');
    expect((await publicPage('5号楼 13号')).stage).toBe('operation');
  });

  it('5号楼 14号 is the worked example: 9 of 11 heads, 568.75 of 682.50 m², 6 heads and 393.55 m² in favour', async () => {
    const { round } = await publicPage('5号楼 14号');
    expect(round.decision.verdict).toBe('rejected');
    expect(gates(round.decision).map(([, , part, whole, met]) => [part, whole, met])).toEqual([
      [9, 11, true],
      [56_875, 68_250, true],
      [6, 9, false],
      [39_355, 56_875, false],
    ]);
  });

  it('leaves work in the review queue: one binding and one ballot; and one door with two answers', async () => {
    const officer = await api.loginAs('officer-look');
    const waiting = await api.http(officer, 'office').get('/api/reviews?state=waiting');
    expect(waiting.body.reviews.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['ballot', 'binding']);
    const cases = await api.http(officer, 'office').get('/api/cases?state=open');
    expect(cases.body.cases).toMatchObject([{ roomNo: '202', state: 'open' }]);
  });

  it('has a past: rounds were opened days ago and nothing lies in the future', async () => {
    const [row] = await api.dataSource.query(
      `SELECT min(opened_at) < now() - interval '30 days' AS old, (SELECT bool_and(received_at <= now()) FROM ballots) AS past,
              (SELECT bool_and(at <= now()) FROM audit_events) AS audited FROM consultation_rounds`,
    );
    expect(row).toEqual({ old: true, past: true, audited: true });
  });

  it('shows a name or a telephone on no public page', async () => {
    const names: { name: string }[] = await api.dataSource.query('SELECT name FROM owners');
    for (const { code } of (await guide()).stairwells) {
      const { body } = await api.http().get(`/api/public/stairwells/${code}`);
      const text = JSON.stringify(body);
      expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
      expect(text).not.toMatch(/\b1[3-9]\d{9}\b/);
    }
  });

  it('is not there when the demo is off', async () => {
    const real = await startTestApi();
    await expect(seedDemo(real.app)).rejects.toThrow('JIATI_DEMO=1');
    expect((await real.http().get('/api/demo')).body.code).toBe('demo_off');
    await real.stop();
  });
});
