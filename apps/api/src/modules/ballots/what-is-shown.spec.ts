import { startTestApi, type Answer, type TestApi } from '../../../test/harness';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

const CHOICES = /"choice"|approval|"for":|"against":/;

describe('what is shown of ballots', () => {
  let api: TestApi;
  let story: StairwellStory;
  beforeAll(async () => {
    api = await startTestApi();
    story = await StairwellStory.begin(api);
    const rows = [
      { householdId: story.household('302'), amountFen: 4_000_000 },
      { householdId: story.household('602'), amountFen: 6_000_001 },
    ];
    await story.opens({ costTable: { totalFen: 12_000_001, subsidyFen: 2_000_000, method: 'custom', rows } });
  });
  afterAll(() => api.stop());

  const receiptOf = (code: string): Promise<Answer> =>
    api.http().get(`/api/public/receipts/${encodeURIComponent(code)}`);

  describe('to a household', () => {
    it('its paper: motion, documents with hashes, its share, the law, and its own ballots', async () => {
      const resident302 = await story.resident('302');
      await resident302.votes('for');
      const { body } = expectStatus(await resident302.ballotPaper(), 200);
      expect(body).toMatchObject({
        round: { state: 'open', ruleset: { id: 'cn-278-7', verified: true } },
        household: { roomNo: '302', areaDm2: 6_000 },
        mayVote: true,
        myShareFen: 4_000_000,
        ballots: [{ choice: 'for', state: 'counted' }],
        consent: null,
      });
      expect(body.documents.scheme).toEqual({
        text: '方案：六层六站，外挂井道。',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(body.documents.costTable.rows[1]).toMatchObject({ roomNo: '602', floor: 6, amountFen: 6_000_001 });
      expect(body.citations).toContainEqual({ label: '中华人民共和国民法典', text: '第二百七十八条' });
    });

    it('never someone else’s paper; a tenant reads the motion and not the owner’s choice', async () => {
      const resident101 = await story.resident('101');
      expect((await resident101.ballotPaper(story.household('302'))).status).toBe(404);
      const tenant = await story.resident('302', 'tenant');
      expect(expectStatus(await tenant.ballotPaper(), 200).body).toMatchObject({ mayVote: false, ballots: [] });
      const { body } = expectStatus(await tenant.http.get('/api/my/households'), 200);
      expect(body[0]).toMatchObject({ mayVote: false, round: { myBallot: null } });
    });

    it('its card: where it stands, and its counted ballot', async () => {
      const resident = await story.resident('501');
      await resident.votes('against');
      const { body } = expectStatus(await resident.http.get('/api/my/households'), 200);
      expect(body).toMatchObject([
        {
          ...{ roomNo: '501', floor: 5, areaDm2: 6_000, relation: 'owner', bindingState: 'approved', mayVote: true },
          round: {
            id: story.roundId,
            state: 'open',
            myBallot: { choice: 'against', state: 'counted' },
            consentSignedAt: null,
          },
        },
      ]);
    });

    it('a binding the office has not approved tells nothing about the door', async () => {
      const pending = await story.resident('601', 'relative');
      await api.dataSource.query(`UPDATE bindings SET state = 'pending' WHERE account_id = $1`, [
        pending.actor.accountId,
      ]);
      const { body } = expectStatus(await pending.http.get('/api/my/households'), 200);
      expect(body).toMatchObject([
        { roomNo: '601', bindingState: 'pending', returnReason: null, mayVote: false, areaDm2: null, round: null },
      ]);
      expect((await pending.ballotPaper()).status).toBe(404);
    });

    it('a binding whose last day is over says so, with the day', async () => {
      const lapsed = await story.resident('602', 'guardian');
      await api.dataSource.query(`UPDATE bindings SET expires_on = '2020-02-29' WHERE account_id = $1`, [
        lapsed.actor.accountId,
      ]);
      const { body } = expectStatus(await lapsed.http.get('/api/my/households'), 200);
      expect(body).toMatchObject([{ bindingState: 'expired', expiresOn: '2020-02-29', mayVote: false, round: null }]);
    });
  });

  describe('while the round is open', () => {
    it('a passer-by sees turnout by the quorum gates, and no choice', async () => {
      const { body } = expectStatus(await story.publicPage(), 200);
      expect(body.round.turnout.map((check: { gateId: string }) => check.gateId)).toEqual([
        'quorum_heads',
        'quorum_area',
      ]);
      expect(body.round.decision).toBeNull();
      expect(JSON.stringify(body)).not.toMatch(CHOICES);
      expect(JSON.stringify(body)).not.toContain('业主');
    });

    it('whoever votes is told the turnout and no one else’s choice', async () => {
      const { turnout } = await (await story.resident('402')).votes('for');
      expect(JSON.stringify(turnout)).not.toMatch(CHOICES);
    });

    it('a volunteer sees only the ballots they took themselves', async () => {
      const chen = await story.volunteer();
      const paperOf = (roomNo: string) =>
        chen.http.get(`/api/rounds/${story.roundId}/households/${story.household(roomNo)}/ballot-paper`);
      expect(expectStatus(await paperOf('302'), 200).body.ballots).toEqual([]);
      await chen.takes('201', 'abstain');
      expect(expectStatus(await paperOf('201'), 200).body.ballots).toMatchObject([{ choice: 'abstain' }]);
      const zhou = await (await StairwellStory.begin(api, { rooms: ['101'] })).volunteer('zhou');
      const strangers = await zhou.http.get(
        `/api/rounds/${story.roundId}/households/${story.household('302')}/ballot-paper`,
      );
      expect(strangers.status).toBe(404);
    });
  });

  describe('to whoever holds a receipt', () => {
    it('the ballot, whether it counts, and by which channel; read out with blanks and small letters too', async () => {
      const resident = await story.resident('202');
      const first = (await resident.votes('for')).ballot.receiptCode;
      const second = (await resident.votes('against')).ballot.receiptCode;
      const spoken = second.toLowerCase().replaceAll('-', ' ');
      expect(expectStatus(await receiptOf(spoken), 200).body).toMatchObject({
        ...{ state: 'counted', choice: 'against', channel: 'self_service', roomNo: '202' },
        place: `春晓苑${story.place.code} 1号楼 1号门洞`,
      });
      expect(expectStatus(await receiptOf(first), 200).body).toMatchObject({ state: 'superseded', choice: 'for' });
    });
  });
});
