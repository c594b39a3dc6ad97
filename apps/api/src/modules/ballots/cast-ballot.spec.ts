import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';
import { Tallies } from '../decisions';

describe('casting a ballot', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async (sketch: Parameters<typeof StairwellStory.begin>[1] = {}, changes = {}) =>
    (await StairwellStory.begin(api, sketch)).opens(changes);
  const ballotsStored = async (story: StairwellStory): Promise<number> => {
    const [{ count }] = await api.dataSource.query('SELECT count(*) FROM ballots WHERE round_id = $1', [story.roundId]);
    return count;
  };

  const storedTally = async (story: StairwellStory) => {
    return (await api.app.get(Tallies).stored(api.dataSource.manager, [story.roundId])).get(story.roundId)!;
  };

  describe('by phone', () => {
    it('counts at once and answers receipt, turnout and closing time', async () => {
      const story = await opened();
      const resident302 = await story.resident('302');
      const { ballot, turnout, closesAt } = await resident302.votes('for');
      expect(ballot).toMatchObject({ seq: 1, choice: 'for', channel: 'self_service', state: 'counted' });
      expect(ballot.receiptCode).toMatch(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/);
      expect(turnout.map(({ basis, part, whole }: Record<string, unknown>) => [basis, part, whole])).toEqual([
        ['headcount', 1, 12],
        ['exclusive_area', 6_000, 72_000],
      ]);
      expect(new Date(closesAt).getTime()).toBeGreaterThan(api.clock.now().getTime());
    });

    it('may be changed until closing; the last one counts and every version is kept', async () => {
      const story = await opened();
      const resident302 = await story.resident('302');
      await resident302.votes('for');
      await resident302.votes('against');
      const { body } = await resident302.ballotPaper();
      expect(body.ballots.map(({ choice, state }: Record<string, string>) => [choice, state])).toEqual([
        ['for', 'superseded'],
        ['against', 'counted'],
      ]);
      expect((await story.counted()).tally).toMatchObject({ for: { heads: 0 }, against: { heads: 1 } });
    });

    it('refuses someone else’s household, a tenant, a relative, and an officer', async () => {
      const story = await opened();
      const householdId = story.household('302');
      const resident101 = await story.resident('101');
      expect(await resident101.tries('for', { householdId })).toMatchObject({
        status: 404,
        body: { code: 'not_bound' },
      });
      for (const relation of ['tenant', 'relative']) {
        const lodger = await story.resident('302', relation);
        expect(await lodger.tries('for')).toMatchObject({ status: 403, body: { code: 'may_not_vote' } });
      }
      const officer = await story.officer.http.post(`/api/rounds/${story.roundId}/ballots`, {
        ...{ id: randomUUID(), householdId, choice: 'for', channel: 'self_service', castAt: api.clock.now() },
      });
      expect(officer).toMatchObject({ status: 403, body: { code: 'channel_not_yours' } });
      expect(await ballotsStored(story)).toBe(0);
    });

    it('lets a co-owner, a guardian and an heir speak for the household', async () => {
      const story = await opened();
      for (const relation of ['co_owner', 'guardian', 'heir']) {
        await (await story.resident('302', relation)).votes('for');
      }
      expect(await ballotsStored(story)).toBe(3);
    });

    it('refuses a household that was not on the roll at opening, and an unknown round', async () => {
      const story = await opened({ rooms: ['101'] });
      const elsewhere = await StairwellStory.begin(api, { rooms: ['909'] });
      const stranger = await elsewhere.resident('909');
      elsewhere.roundId = story.roundId;
      expect((await stranger.tries('for')).status).toBe(404);
      elsewhere.roundId = randomUUID();
      expect((await stranger.tries('for')).status).toBe(404);
    });
  });

  describe('when the round is over', () => {
    it('refuses once closed, from the closing time on even before anyone closes it, and when void', async () => {
      const story = await opened({}, { closesAt: new Date(api.clock.now().getTime() + 3_600_000).toISOString() });
      const resident302 = await story.resident('302');
      await resident302.votes('for');
      api.clock.advanceMinutes(61);
      expect(await resident302.tries('against')).toMatchObject({ status: 409, body: { code: 'round_closed' } });
      api.clock.advanceMinutes(-61);
      await resident302.votes('abstain');
      await story.officer.closes();
      const refused = await resident302.tries('against');
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'round_closed', title: expect.stringContaining('已经截止') },
      });
      expectStatus(await story.officer.moves('void', { reason: '重新征询' }), 200);
      expect((await resident302.tries('for')).body.code).toBe('round_not_open');
      expect(await ballotsStored(story)).toBe(2);
    });

    it('still answers the same receipt to the same ballot sent again after the close', async () => {
      const story = await opened();
      const resident302 = await story.resident('302');
      const sent = { id: randomUUID(), castAt: api.clock.now().toISOString() };
      const { ballot } = await resident302.votes('for', sent);
      await story.officer.closes();
      expect((await resident302.votes('for', sent)).ballot).toEqual(ballot);
    });

    it('a draft takes no ballot', async () => {
      const story = await StairwellStory.begin(api, { rooms: ['101'] });
      expectStatus(await story.officer.drafts(story.draftFields()), 201);
      expect((await (await story.resident('101')).tries('for')).status).toBe(404);
    });
  });

  describe('sent more than once', () => {
    it('fifty times the same id is one ballot and one receipt', async () => {
      const story = await opened();
      const resident302 = await story.resident('302');
      const sent = { id: randomUUID(), castAt: api.clock.now().toISOString() };
      const answers = await Promise.all(Array.from({ length: 50 }, () => resident302.votes('for', sent)));
      expect(new Set(answers.map((answer) => answer.ballot.receiptCode)).size).toBe(1);
      expect(await ballotsStored(story)).toBe(1);
    });

    it('the same id with other content, or from someone else, is refused and changes nothing', async () => {
      const story = await opened();
      const resident302 = await story.resident('302');
      const sent = { id: randomUUID(), castAt: api.clock.now().toISOString() };
      await resident302.votes('for', sent);
      expect(await resident302.tries('against', sent)).toMatchObject({ status: 422, body: { code: 'id_reused' } });
      const resident101 = await story.resident('101');
      expect(await resident101.tries('for', sent)).toMatchObject({ status: 422, body: { code: 'id_reused' } });
      expect((await story.counted()).tally).toMatchObject({ for: { heads: 1 }, against: { heads: 0 } });
    });

    it('the same id in two rounds at the same moment is one ballot', async () => {
      const voters = [await (await opened()).resident('302'), await (await opened()).resident('302')];
      const sent = { id: randomUUID(), castAt: api.clock.now().toISOString() };
      const answers = await Promise.all(voters.map((voter) => voter.tries('for', sent)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422]);
    });

    it('thirty different ballots of one household at once: thirty versions, one counts, and the tally agrees', async () => {
      const story = await opened();
      const resident302 = await story.resident('302');
      const choices = Array.from({ length: 30 }, (_, index) => (['for', 'against', 'abstain'] as const)[index % 3]!);
      const answers = await Promise.all(choices.map((choice) => resident302.votes(choice)));
      expect(answers.map((answer) => answer.ballot.seq).sort((a, b) => a - b)).toEqual(
        choices.map((_, index) => index + 1),
      );
      const { body } = await resident302.ballotPaper();
      const counted = body.ballots.filter((ballot: { state: string }) => ballot.state === 'counted');
      expect(counted).toHaveLength(1);
      expect(counted[0].seq).toBe(30);
      const { tally } = await story.counted();
      expect(tally.participating).toEqual({ heads: 1, areaDm2: 6_000 });
      expect(tally[counted[0].choice as 'for' | 'against'].heads).toBe(1);
    });

    it('closing while everyone votes: what was acknowledged is counted, the rest is told, nothing in between', async () => {
      const story = await opened();
      const residents = await Promise.all(Object.keys(story.place.households).map((room) => story.resident(room)));
      const voting = residents.map((resident) => resident.tries('for'));
      const closing = story.officer.closes();
      const later = residents.map((resident) => resident.tries('against'));
      const answers = await Promise.all([...voting, ...later]);
      await closing;
      const accepted = answers.filter((answer) => answer.status === 201);
      const voters = new Set(
        answers.flatMap((answer, index) => (answer.status === 201 ? [index % residents.length] : [])),
      );
      const refused = answers.filter((answer) => answer.status !== 201);
      expect(refused.every((answer) => answer.status === 409 && answer.body.code === 'round_closed')).toBe(true);
      expect(await ballotsStored(story)).toBe(accepted.length);
      const [{ late }] = await api.dataSource.query(
        `SELECT count(*) AS late FROM ballots v JOIN consultation_rounds r ON r.id = v.round_id WHERE r.id = $1 AND v.received_at > r.closed_at`,
        [story.roundId],
      );
      expect(late).toBe(0);
      const { countedHouseholds } = await storedTally(story);
      expect(countedHouseholds).toBe(voters.size);
      expect((await residents[0]!.tries('for')).body.code).toBe('round_closed');
    });
  });
});
