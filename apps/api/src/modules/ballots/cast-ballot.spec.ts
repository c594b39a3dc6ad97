import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { doorEvidence, drawn, paperEvidence, signatureOfBytes, typed } from '../../../test/stories/papers';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

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
    const [{ tally }] = await api.dataSource.query('SELECT tally FROM round_tallies WHERE round_id = $1', [
      story.roundId,
    ]);
    return tally;
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
      expect((await story.officer.countSheet()).tally).toMatchObject({ for: { heads: 0 }, against: { heads: 1 } });
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
      expect((await story.officer.countSheet()).tally).toMatchObject({ for: { heads: 1 }, against: { heads: 0 } });
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
      const { tally } = await story.officer.countSheet();
      expect(tally.participating).toEqual({ heads: 1, areaDm2: 6_000 });
      expect(tally[counted[0].choice].heads).toBe(1);
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

  describe('at the door and on paper', () => {
    it('waits for a second pair of eyes, then counts', async () => {
      const story = await opened();
      const chen = await story.volunteer();
      const submissionId = await chen.takes('401', 'for');
      expect(
        (await story.officer.countSheet()).rows.find((row: { roomNo: string }) => row.roomNo === '401'),
      ).toMatchObject({
        ...{ choice: null, state: 'awaiting_review' },
      });
      await story.officer.approves(submissionId);
      expect((await story.officer.countSheet()).tally.for).toEqual({ heads: 1, areaDm2: 6_000 });
    });

    it.each(['signature', 'signerName', 'signerRelation', 'identityCheck'])(
      'a visit without %s is refused',
      async (field) => {
        const story = await opened({ rooms: ['401'] });
        const answer = await (await story.volunteer()).tries('401', 'for', { [field]: undefined });
        expect(answer).toMatchObject({ status: 400, body: { code: 'evidence_missing', errors: [{ path: field }] } });
        expect(await ballotsStored(story)).toBe(0);
      },
    );

    it.each(['paperPhotoBase64', 'signerName', 'identityCheck'])('a paper without %s is refused', async (field) => {
      const story = await opened({ rooms: ['401'] });
      const answer = await story.officer.http.post(`/api/rounds/${story.roundId}/ballots`, {
        ...{ id: randomUUID(), householdId: story.household('401'), choice: 'for', castAt: api.clock.now() },
        ...paperEvidence,
        channel: 'paper',
        [field]: undefined,
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'evidence_missing', errors: [{ path: field }] } });
    });

    it('a volunteer takes ballots only where assigned, and only from someone who may vote', async () => {
      const story = await opened();
      const elsewhere = await StairwellStory.begin(api, { rooms: ['101'] });
      const stranger = await elsewhere.volunteer('zhou');
      const answer = await stranger.http.post(`/api/rounds/${story.roundId}/ballots`, {
        ...{ id: randomUUID(), householdId: story.household('401'), choice: 'for', castAt: api.clock.now() },
        ...{ channel: 'home_visit', ...doorEvidence },
      });
      expect(answer).toMatchObject({ status: 403, body: { code: 'not_assigned' } });
      const chen = await story.volunteer();
      expect((await chen.tries('401', 'for', { signerRelation: 'tenant' })).body.code).toBe('may_not_vote');
      expect((await chen.tries('401', 'for', { channel: 'paper', ...paperEvidence })).body.code).toBe(
        'channel_not_yours',
      );
    });

    it('a signature of 5 MB is refused with a sentence, and nothing is half done', async () => {
      const story = await opened({ rooms: ['401'] });
      const chen = await story.volunteer();
      const signature = { kind: 'drawn', pngBase64: signatureOfBytes(5 * 1024 * 1024) };
      const answer = await chen.tries('401', 'for', { signature });
      expect(answer.status).toBe(413);
      expect(answer.body.title).toMatch(/\p{Script=Han}/u);
      expect(await ballotsStored(story)).toBe(0);
      await chen.tries('401', 'for', { signature: { kind: 'drawn', pngBase64: signatureOfBytes(300 * 1024) } });
      expect(await ballotsStored(story)).toBe(1);
    });

    it.each([
      [
        'a JPEG that calls itself PNG',
        { kind: 'drawn', pngBase64: paperEvidence.paperPhotoBase64 },
        'signature_unreadable',
      ],
      ['a PNG of a billion pixels', { kind: 'drawn', pngBase64: hugePng() }, 'signature_unreadable'],
      ['nothing drawn', { kind: 'drawn' }, 'signature_incomplete'],
      ['drawn and typed at once', { ...drawn, typedName: '陈阿姨' }, 'signature_incomplete'],
    ])('refuses %s', async (_, signature, code) => {
      const story = await opened({ rooms: ['401'] });
      const answer = await (await story.volunteer()).tries('401', 'for', { signature });
      expect(answer).toMatchObject({ status: 400, body: { code } });
    });

    it('a typed name stands for a finger that cannot draw', async () => {
      const story = await opened({ rooms: ['401'] });
      expectStatus(await (await story.volunteer()).tries('401', 'for', { signature: typed('陈阿姨') }), 201);
    });

    it('never replaces silently what the household said by phone, nor the other way round', async () => {
      const story = await opened();
      const chen = await story.volunteer();
      const resident302 = await story.resident('302');
      await resident302.votes('against');
      const atTheDoor = await chen.takes('302', 'for');
      const { body: review } = await story.officer.http.get(`/api/reviews/${atTheDoor}`);
      expect(review).toMatchObject({ differs: true, facts: { choice: 'for' }, differsFrom: { choice: 'against' } });
      expect((await story.officer.countSheet()).tally).toMatchObject({ for: { heads: 0 }, against: { heads: 1 } });
      await story.officer.approves(atTheDoor);
      expect((await story.officer.countSheet()).tally).toMatchObject({ for: { heads: 1 }, against: { heads: 0 } });

      const { ballot } = await resident302.votes('against');
      expect(ballot.state).toBe('awaiting_review');
      expect((await story.officer.countSheet()).tally).toMatchObject({ for: { heads: 1 }, against: { heads: 0 } });
      const back = await story.officer.submissionOf(ballot.id);
      expectStatus(await story.officer.decides(back, 'reject', { reason: '与住户电话核实，以入户为准' }), 200);
      const { body: paper } = await resident302.ballotPaper();
      expect(paper.ballots.map(({ channel, state }: Record<string, string>) => [channel, state])).toEqual([
        ['self_service', 'superseded'],
        ['home_visit', 'counted'],
        ['self_service', 'returned'],
      ]);
    });

    it('a returned ballot leaves the earlier one standing', async () => {
      const story = await opened();
      const submissionId = await (await story.volunteer()).takes('302', 'for');
      await story.officer.approves(submissionId);
      const paper = await story.officer.enters('302', 'abstain');
      const li = await story.officer.colleague();
      expectStatus(await li.decides(paper, 'return', { reason: '照片看不清' }), 200);
      expect((await story.officer.countSheet()).tally).toMatchObject({ for: { heads: 1 }, abstain: { heads: 0 } });
    });
  });
});

/** A header that claims 40,000 × 40,000 pixels. */
function hugePng(): string {
  const png = Buffer.from(drawn.pngBase64, 'base64');
  png.writeUInt32BE(40_000, 16);
  png.writeUInt32BE(40_000, 20);
  return png.toString('base64');
}
