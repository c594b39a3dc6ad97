import { startTestApi, type TestApi } from '../../../test/harness';
import { settles } from '../../../test/stories/cases';
import { seeded } from '../../../test/stories/random-rounds';
import { expectStatus, StairwellStory, type Choice } from '../../../test/stories/stairwell-story';
import { RoundProgress, Tallies } from '.';
import { tallyInSql } from './tally.sql';

type Gate = { gateId: string; part: number; whole: number; required: number; met: boolean | null; shortBy: number };

describe('the decision of a round', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async (sketch: Parameters<typeof StairwellStory.begin>[1] = {}) =>
    (await StairwellStory.begin(api, sketch)).opens();
  const gatesOf = (decision: { checks: Gate[] }) =>
    decision.checks.map(({ gateId, part, required, met }) => `${gateId} ${part}/${required} ${String(met)}`);
  const announced = async (story: StairwellStory) => {
    await story.officer.closes();
    return (await story.officer.announces()).decision;
  };

  it('passes exactly at two thirds taking part and three quarters agreeing', async () => {
    const story = await opened();
    await story.vote('for', '101', '102', '201', '202', '301', '302');
    await story.vote('against', '401', '402');
    const decision = await announced(story);
    expect(decision.verdict).toBe('approved');
    expect(gatesOf(decision)).toEqual([
      'quorum_heads 8/8 true',
      'quorum_area 48000/48000 true',
      'approval_heads 6/6 true',
      'approval_area 36000/36000 true',
    ]);
  });

  it('fails by 0.01 m², and says by how much', async () => {
    const story = await opened({ areas: { '402': 5_999, '602': 6_001 } });
    await story.vote('for', '101', '102', '201', '202', '301', '302', '401', '402');
    const decision = await announced(story);
    expect(decision.verdict).toBe('rejected');
    expect(decision.checks[1]).toMatchObject({
      gateId: 'quorum_area',
      part: 47_999,
      required: 48_000,
      shortBy: 1,
      met: false,
    });
  });

  it('two flats of one owner are one head, and both areas', async () => {
    const story = await opened({ sharedOwner: ['601', '602'] });
    await story.vote('for', '101', '102', '201', '202', '301', '302', '601', '602');
    const { decision } = await story.officer.countSheet();
    expect((await story.counted()).tally.for).toEqual({ heads: 7, areaDm2: 48_000 });
    expect(decision.checks[0]).toMatchObject({ gateId: 'quorum_heads', part: 7, whole: 11, required: 8, met: false });
  });

  it('two flats of one owner that disagree are held and named, and the verdict waits', async () => {
    const story = await opened({ sharedOwner: ['601', '602'] });
    await story.vote('for', '101', '102', '201', '202', '301', '302', '601');
    await story.vote('against', '602');
    const { rows } = await story.officer.countSheet();
    const { tally } = await story.counted();
    expect(tally.for.heads).toBe(6);
    expect(tally.held).toMatchObject([{ choices: ['for', 'against'], areaDm2: 12_000 }]);
    expect(
      rows.filter((row: { state: string }) => row.state === 'held').map((row: { roomNo: string }) => row.roomNo),
    ).toEqual([...['601', '602']]);
  });

  it('an area nobody knows makes it undetermined, with the door that is missing', async () => {
    const story = await opened({ areas: { '502': null } });
    const rooms = Object.keys(story.place.households);
    await story.vote('for', ...rooms);
    await story.officer.closes();
    const { decision, missingAreas } = await story.officer.countSheet();
    expect(decision.verdict).toBe('undetermined');
    expect(decision.missing).toEqual([{ householdId: story.household('502'), why: 'area_unknown' }]);
    expect(missingAreas).toEqual([{ householdId: story.household('502'), roomNo: '502' }]);
    expect(decision.checks.map((check: Gate) => check.met)).toEqual([true, null, true, null]);
  });

  it('is undecided while open, and public only once announced', async () => {
    const story = await opened();
    await story.vote('for', ...Object.keys(story.place.households));
    expect((await story.officer.countSheet()).decision).toMatchObject({ verdict: 'undecided', certain: true });
    await story.officer.closes();
    expect((await story.publicPage()).body.round).toMatchObject({ state: 'closed', decision: null });
    await story.officer.announces();
    expect((await story.publicPage()).body.round).toMatchObject({
      state: 'announced',
      decision: { verdict: 'approved' },
    });
    expect((await story.publicPage()).body.stage).toBe('notice');
  });

  it('is not announced while a ballot waits for its review, though the round may close', async () => {
    const story = await opened();
    const submissionId = await (await story.volunteer()).takes('302', 'for');
    await story.officer.closes();
    const refused = await story.officer.moves('announce');
    expect(refused).toMatchObject({ status: 409, body: { code: 'reviews_pending', pendingReviews: 1 } });
    await story.officer.approves(submissionId);
    const { decision } = await story.officer.announces();
    expect(decision.checks[0]).toMatchObject({ part: 1 });
    const late = await story.officer.decides(submissionId, 'reject', { reason: '晚了' });
    expect(late).toMatchObject({ status: 409, body: { code: 'already_decided' } });
  });

  it('tells volunteers how far it is and which doors would do it, never what a door said', async () => {
    const story = await opened();
    await story.vote('for', '101', '102', '201', '202', '301', '302');
    await story.vote('against', '401');
    await (await story.volunteer()).takes('402', 'abstain');
    const progress = api.app.get(RoundProgress);
    const { manager } = api.dataSource;
    const running = await progress.runningRoundOf(manager, [story.place.stairwellId]);
    expect(running.get(story.place.stairwellId)).toMatchObject({ id: story.roundId, state: 'open' });
    const doors = Object.values(story.place.households).map((householdId) => ({ roundId: story.roundId, householdId }));
    const states = await progress.ballotStatesOf(manager, doors);
    expect(states.get(story.household('101'))).toMatchObject({ state: 'counted', channel: 'self_service' });
    expect(states.get(story.household('402'))).toMatchObject({ state: 'awaiting_review', channel: 'home_visit' });
    expect(states.has(story.household('602'))).toBe(false);
    expect(Object.keys(states.get(story.household('101'))!)).not.toContain('choice');
    const distance = await progress.distanceOf(manager, story.roundId);
    expect(distance).toMatchObject({
      decision: { verdict: 'undecided' },
      pivotDoors: { reach: 'reachable', size: 1, exact: true },
    });
    expect(distance!.pivotDoors!.sets).toHaveLength(5);
  });

  it('whatever happens, the stored tally is what a recount and the SQL say', async () => {
    const seed = Date.now() % 1_000_000_007;
    const random = seeded(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const story = await opened({ sharedOwner: ['501', '502'], areas: { '101': random() < 0.3 ? null : 4_321 } });
    const rooms = Object.keys(story.place.households);
    const choices: Choice[] = ['for', 'against', 'abstain'];
    const chen = await story.volunteer();
    const waiting: string[] = [];
    const reviewOf = async (ballotId: string): Promise<string | undefined> =>
      (await api.dataSource.query('SELECT id FROM submissions WHERE ballot_id = $1', [ballotId]))[0]?.id;
    for (let step = 0; step < 60; step += 1) {
      const [room, choice] = [pick(rooms), pick(choices)];
      const what = random();
      if (what < 0.45) {
        const { ballot } = await (await story.resident(room)).votes(choice);
        if (ballot.state === 'in_case') await settles(story.officer, room, pick([0, -1, null]));
      } else if (what < 0.7 || waiting.length === 0) {
        const { ballot } = expectStatus(await chen.tries(room, choice), 201).body;
        const review = await reviewOf(ballot.id);
        if (review) waiting.push(review);
        else await settles(story.officer, room, pick([0, -1, null]));
      } else {
        const [submissionId] = waiting.splice(Math.floor(random() * waiting.length), 1);
        const verdict = pick(['approve', 'approve', 'return', 'reject'] as const);
        const body = verdict === 'approve' ? {} : { reason: '请补签名' };
        expectStatus(await story.officer.decides(submissionId!, verdict, body), 200);
      }
    }
    const { manager } = api.dataSource;
    const stored = (await api.app.get(Tallies).stored(manager, [story.roundId])).get(story.roundId)!;
    const { tally, decision, countedHouseholds, intakeFits } = stored;
    expect(intakeFits).toBe(true);
    const projection = { tally, decision, countedHouseholds };
    expect({ seed, ...projection }).toEqual({ seed, ...(await api.app.get(Tallies).count(manager, story.roundId)) });
    const [bySql] = await tallyInSql(manager, [story.roundId]);
    expect(bySql).toMatchObject({
      ...{ for: projection.tally.for, against: projection.tally.against, abstain: projection.tally.abstain },
      ...{ silent: projection.tally.silent, electorate: projection.tally.electorate },
    });
  });
});
