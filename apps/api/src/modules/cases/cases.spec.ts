import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { caseOf, settles, triesToSettle, withdraws } from '../../../test/stories/cases';
import { paperEvidence } from '../../../test/stories/papers';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';
import { Transactions } from '../../platform/transaction';
import { VerifyChains } from '../bundles';
import { eventsOf } from '../chain';

describe('two answers of one household that differ', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async () => (await StairwellStory.begin(api)).opens();
  const countsOf = async (story: StairwellStory) => {
    const { tally } = await story.counted();
    return [tally.for.heads, tally.against.heads, tally.abstain.heads];
  };
  const statesOf = async (story: StairwellStory, roomNo: string) => {
    const { body } = await (await story.resident(roomNo)).ballotPaper();
    return body.ballots.map(({ state }: { state: string }) => state);
  };
  /** 302: the owner is for it, the co-owner against. */
  const divided = async () => {
    const story = await opened();
    const [owner, wife] = [await story.resident('302'), await story.resident('302', 'co_owner')];
    await owner.votes('for');
    const told = await wife.votes('against');
    return { story, owner, wife, told };
  };

  describe('open a case', () => {
    it('when a co-owner says otherwise: the earlier one goes on counting, and she is told so', async () => {
      const { story, owner, told } = await divided();
      expect(told.ballot).toMatchObject({ choice: 'against', state: 'in_case' });
      expect(told.openCase).toMatchObject({ countedBallot: { choice: 'for', state: 'counted' } });
      expect(await countsOf(story)).toEqual([1, 0, 0]);
      expect(await owner.household()).toMatchObject({ round: { openCase: true, myBallot: { choice: 'for' } } });
      expect((await owner.ballotPaper()).body).toMatchObject({ openCase: true });
      const sheet = await story.officer.countSheet();
      expect(sheet).toMatchObject({ openCases: 1, pendingReviews: 0 });
      expect(sheet.rows.find((row: { roomNo: string }) => row.roomNo === '302')).toMatchObject({ inCase: true });
    });

    it('when it comes through another channel: at the door, on paper, by letter, and a withdrawal', async () => {
      const story = await opened();
      const owner = await story.resident('302');
      await owner.votes('against');
      await (await story.volunteer()).tries('302', 'for');
      expect(await statesOf(story, '302')).toEqual(['counted', 'in_case']);

      const sister = await story.proxy('301');
      await sister.votes('301', 'for');
      const mother = await story.resident('301');
      expect((await withdraws(mother, mother.householdId)).body.ballot.state).toBe('in_case');
      expect(await countsOf(story)).toEqual([1, 1, 0]);
    });

    it('not when both say the same, nor when one person changes their own mind', async () => {
      const story = await opened();
      const [owner, wife] = [await story.resident('302'), await story.resident('302', 'co_owner')];
      await owner.votes('for');
      expect((await wife.votes('for')).openCase).toBeNull();
      expect((await wife.votes('against')).ballot.state).toBe('counted');
      await story.officer.approves(await (await story.volunteer()).takes('302', 'against'));
      expect(await statesOf(story, '302')).toEqual(['superseded', 'superseded', 'superseded', 'counted']);
      expect((await story.officer.http.get(`/api/cases?roundId=${story.roundId}`)).body.cases).toEqual([]);
    });

    it('when two waiting ballots are approved one after the other and differ', async () => {
      const story = await opened();
      const visit = await (await story.volunteer()).takes('302', 'for');
      const paper = await story.officer.enters('302', 'against');
      const li = await story.officer.colleague();
      await li.approves(visit);
      await li.approves(paper);
      expect(await statesOf(story, '302')).toEqual(['counted', 'in_case']);
      expect(await countsOf(story)).toEqual([1, 0, 0]);
    });

    it('in which everything waits that comes after, until it is settled', async () => {
      const { story, owner, wife } = await divided();
      expect((await owner.votes('abstain')).ballot.state).toBe('in_case');
      expect((await wife.votes('for')).ballot.state).toBe('in_case');
      expect((await caseOf(story.officer, '302')).ballots.map(({ choice }: { choice: string }) => choice)).toEqual(
        'for against abstain for'.split(' '),
      );
      await settles(story.officer, '302', 2);
      expect(await statesOf(story, '302')).toEqual(['superseded', 'returned', 'counted', 'returned']);
    });

    it('of which a volunteer, a proxy and the holder of a receipt learn nothing', async () => {
      const story = await opened();
      const owner = await story.resident('302');
      const sister = await story.proxy('302');
      await owner.votes('against');
      const { body: visit } = await (await story.volunteer()).tries('302', 'for');
      expect(visit).toMatchObject({ ballot: { state: 'awaiting_review' }, openCase: null });
      expect(await sister.votes('302', 'for')).toMatchObject({ ballot: { state: 'awaiting_review' }, openCase: null });
      const receipt = await api.http().get(`/api/public/receipts/${visit.ballot.receiptCode}`);
      expect(receipt.body.state).toBe('awaiting_review');
      const tenant = await story.resident('302', 'tenant');
      expect((await tenant.ballotPaper()).body).toMatchObject({ openCase: false, ballots: [] });
    });
  });

  describe('are settled', () => {
    it('for one of them, with a reason, and settled anew until the announcement', async () => {
      const { story } = await divided();
      const later = await settles(story.officer, '302', 1);
      expect(later).toMatchObject({ state: 'settled', outcome: 'later', countsBallotId: later.ballots[1].id });
      expect(await countsOf(story)).toEqual([0, 1, 0]);
      expect(await statesOf(story, '302')).toEqual(['superseded', 'counted']);
      await story.officer.closes();
      const earlier = await settles(await story.officer.colleague(), '302', 0);
      expect(earlier.settlements).toMatchObject([
        { outcome: 'later', settledByName: 'officer-wang', reason: '打电话问过户主本人' },
        { outcome: 'earlier', settledByName: 'officer-li' },
      ]);
      expect(await countsOf(story)).toEqual([1, 0, 0]);
      await story.officer.announces();
      const late = await triesToSettle(story.officer, await caseOf(story.officer, '302'), 1);
      expect(late).toMatchObject({ status: 409, body: { code: 'case_too_late' } });
    });

    it('by asking again: nothing counts until the household votes anew', async () => {
      const { story, owner } = await divided();
      const asked = await settles(story.officer, '302', null);
      expect(asked).toMatchObject({ outcome: 'ask_again', countsBallotId: null });
      expect(await countsOf(story)).toEqual([0, 0, 0]);
      expect(await statesOf(story, '302')).toEqual(['set_aside', 'set_aside']);
      const chen = await story.volunteer();
      const { body } = await chen.http.get(`/api/volunteer/stairwells/${story.place.stairwellId}`);
      expect(body.doors.find((door: { roomNo: string }) => door.roomNo === '302').ballot).toBeNull();
      expect((await owner.votes('abstain')).ballot.state).toBe('counted');
      expect(await countsOf(story)).toEqual([0, 0, 1]);
      const overtaken = await triesToSettle(story.officer, await caseOf(story.officer, '302'), 0);
      expect(overtaken).toMatchObject({ status: 409, body: { code: 'case_overtaken' } });
      expect(await caseOf(story.officer, '302')).toMatchObject({ maySettle: false });
    });

    it('by somebody who recorded none of them, who has read the newest, and gives a reason', async () => {
      const story = await opened();
      const owner = await story.resident('302');
      await owner.votes('for');
      const { id: ballotId } = await story.officer.http
        .post(`/api/rounds/${story.roundId}/ballots`, {
          ...{ id: randomUUID(), householdId: owner.householdId, choice: 'against', channel: 'paper' },
          ...{ castAt: api.clock.now(), ...paperEvidence },
        })
        .then(({ body }) => body.ballot);
      const found = await caseOf(story.officer, '302');
      expect(found.ballots[1].id).toBe(ballotId);
      expect(await triesToSettle(story.officer, found, 1)).toMatchObject({ status: 409, body: { code: 'own_case' } });
      const li = await story.officer.colleague();
      await owner.votes('abstain');
      expect(await triesToSettle(li, found, 1)).toMatchObject({ status: 409, body: { code: 'case_changed' } });
      const now = await caseOf(li, '302');
      expect((await triesToSettle(li, now, 1, { reason: ' ' })).status).toBe(400);
      expect((await triesToSettle(li, now, 1, { ballotId: randomUUID() })).body.code).toBe('not_of_case');
      const sent = { id: randomUUID() };
      const first = expectStatus(await triesToSettle(li, now, 1, sent), 200);
      expect((await triesToSettle(li, now, 1, sent)).body).toEqual(first.body);
      expect((await triesToSettle(li, now, 0, sent)).body.code).toBe('id_reused');
    });

    it('not while a dispute keeps the ballot as it is; and no round is announced with one of them open', async () => {
      const { story } = await divided();
      const dispute = await story.officer.freezes('302');
      const refused = await triesToSettle(story.officer, await caseOf(story.officer, '302'), 1);
      expect(refused).toMatchObject({ status: 409, body: { code: 'case_frozen' } });
      await story.officer.settles(dispute);
      await story.officer.closes();
      expect(await story.officer.moves('announce')).toMatchObject({ status: 409, body: { code: 'cases_open' } });
      await settles(story.officer, '302', 0);
      await story.officer.announces();
    });

    it('by one of two officers at once; the other is told', async () => {
      const { story } = await divided();
      const found = await caseOf(story.officer, '302');
      const li = await story.officer.colleague();
      const answers = await Promise.all([triesToSettle(story.officer, found, 0), triesToSettle(li, found, 1)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)!.body.code).toBe('case_changed');
    });
  });

  it('leave every step in the chain and the log, and the bundle comes out with the same count', async () => {
    const { story } = await divided();
    await settles(story.officer, '302', 1);
    await settles(story.officer, '302', null);
    await story.vote('for', '101');
    await story.officer.closes();
    await story.officer.announces();
    const chain = await eventsOf(api.dataSource.manager, story.roundId);
    expect(chain.map(({ kind }) => kind)).toEqual(
      'open ballot ballot case settle settle ballot close announce'.split(' '),
    );
    expect(JSON.stringify(chain.slice(1, 6))).not.toContain(story.household('302'));
    const { problems } = await api.app.get(Transactions).snapshot((tx) => api.app.get(VerifyChains).execute(tx));
    expect(problems).toEqual([]);
    const { id } = await caseOf(story.officer, '302');
    const lines = await api.dataSource.query(
      `SELECT action FROM audit_events WHERE subject_kind = 'case' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(lines.map(({ action }: { action: string }) => action)).toEqual(
      'case.open case.settle case.settle'.split(' '),
    );
  });

  it('a settlement turned round behind the triggers’ back is found', async () => {
    const { story } = await divided();
    await settles(story.officer, '302', 1);
    const work = api.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`UPDATE cases SET outcome = 'earlier', standing_ballot_id = NULL WHERE round_id = $1`, [
        story.roundId,
      ]);
      const { problems } = await api.app.get(VerifyChains).execute(tx);
      throw new Error(problems.map(({ sentence }) => sentence).join());
    });
    await expect(work).rejects.toThrow('302 室第 2 张票');
  });
});

describe('the device’s time', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const inMinutes = (minutes: number) => new Date(api.clock.now().getTime() + minutes * 60_000).toISOString();

  it('is a claim: marked when it is off by more than five minutes, and never a reason to refuse', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    await (await story.resident('101')).votes('for', { castAt: inMinutes(-4) });
    await (await story.resident('102')).votes('for', { castAt: inMinutes(-6) });
    await (await story.resident('201')).votes('for', { castAt: inMinutes(60 * 24 * 365 * 20) });
    const { rows } = await story.officer.countSheet();
    const skewOf = (roomNo: string) => rows.find((row: { roomNo: string }) => row.roomNo === roomNo).clockSkewSeconds;
    expect(['101', '102', '201'].map(skewOf)).toEqual([null, -360, 630_720_000]);
  });

  it('at the door may be hours ago, not in the future and not before the round opened', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    api.clock.advanceMinutes(600);
    const [chen, li] = [await story.volunteer(), await story.officer.colleague()];
    const skewOf = async (roomNo: string, minutes: number) => {
      const { body } = expectStatus(await chen.tries(roomNo, 'for', { castAt: inMinutes(minutes) }), 201);
      const submissionId = await li.submissionOf(body.ballot.id);
      return (await li.http.get(`/api/reviews/${submissionId}`)).body.facts.clockSkewSeconds;
    };
    expect(await skewOf('101', -500)).toBeNull();
    expect(await skewOf('102', 20)).toBe(1_200);
    expect(await skewOf('201', -700)).toBe(-42_000);
    api.clock.advanceMinutes(-600);
  });
});
