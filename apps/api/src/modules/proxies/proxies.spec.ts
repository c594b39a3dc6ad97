import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';
import { VerifyChains } from '../bundles';

describe('voting by proxy', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async () => (await StairwellStory.begin(api)).opens();
  const countsOf = async (story: StairwellStory) => {
    const { tally } = await story.counted();
    return { for: tally.for.heads, against: tally.against.heads };
  };
  const capAt = (story: StairwellStory, cap: number) =>
    api.dataSource.query(
      `UPDATE consultation_rounds SET ruleset = jsonb_set(ruleset, '{proxyCap}', $2::jsonb) WHERE id = $1`,
      [story.roundId, String(cap)],
    );

  it('waits for the office, then counts at once and stands on the letter', async () => {
    const story = await opened();
    const sister = await story.outsider('sister');
    const letter = expectStatus(await (await story.resident('301')).gives(sister), 201).body;
    expect(letter).toMatchObject({ state: 'pending', roomNo: '301', documentNumberMasked: '****1234' });
    expect((await sister.tries('301', 'for')).status).toBe(404);

    const submission = await story.officer.submissionOfLetter(letter.id);
    const { body: review } = await story.officer.http.get(`/api/reviews/${submission}`);
    expect(review).toMatchObject({
      kind: 'proxy_authorisation',
      facts: {
        id: letter.id,
        state: 'pending',
        revokedAt: null,
        ownerNames: ['业主301'],
        proxyName: '陈小妹',
        proxyIsVolunteer: false,
        documentNumberMasked: '****1234',
      },
      evidence: { paperPhotoId: expect.any(String) },
    });
    expect(JSON.stringify(review)).not.toContain(sister.phone);
    await story.officer.approves(submission);

    const { ballot } = await sister.votes('301', 'for');
    expect(ballot).toMatchObject({ channel: 'proxy', state: 'counted' });
    expect(await countsOf(story)).toEqual({ for: 1, against: 0 });
    const [stored] = await api.dataSource.query('SELECT proxy_authorisation_id AS id FROM ballots WHERE id = $1', [
      ballot.id,
    ]);
    expect(stored.id).toBe(letter.id);
  });

  it('shows the proxy the household and the paper, and of the ballots only their own', async () => {
    const story = await opened();
    await story.vote('against', '301');
    const sister = await story.proxy('301');
    const { body: households } = await sister.http.get('/api/my/households');
    expect(households).toMatchObject([{ relation: 'proxy', mayVote: true, roomNo: '301', round: { myBallot: null } }]);
    const { body: paper } = await sister.ballotPaper('301');
    expect(paper).toMatchObject({
      mayVote: true,
      proxyAuthorisationId: households[0].proxyAuthorisationId,
      ballots: [],
    });
    expect((await sister.ballotPaper('302')).status).toBe(404);
    const { body: mine } = await sister.http.get('/api/my/proxy-authorisations');
    expect(mine.received).toMatchObject([{ state: 'approved', givenByName: expect.stringMatching(/^.\*+$/) }]);
  });

  it('lets a relative who holds a letter vote by it, and only by it', async () => {
    const story = await opened();
    const sister = await story.proxy('301');
    await api.dataSource.query(
      `INSERT INTO bindings (id, account_id, household_id, relation, method, state) VALUES ($1, $2, $3, 'relative', 'slip', 'approved')`,
      [randomUUID(), sister.actor.accountId, story.household('301')],
    );
    const { body: households } = await sister.http.get('/api/my/households');
    expect(households).toMatchObject([{ relation: 'proxy', mayVote: true, proxyAuthorisationId: expect.any(String) }]);
    expect((await sister.tries('301', 'for', { channel: 'self_service' })).body.code).toBe('may_not_vote');
    await sister.votes('301', 'for');
  });

  it('the owner’s own word that differs is held for the office beside it', async () => {
    const story = await opened();
    const sister = await story.proxy('301');
    await sister.votes('301', 'for');
    const { ballot } = await (await story.resident('301')).votes('against');
    expect(ballot.state).toBe('in_case');
    expect(await countsOf(story)).toEqual({ for: 1, against: 0 });
  });

  describe('is over', () => {
    it('at once when the owner revokes it; the ballot cast before stays, and its receipt is still answered', async () => {
      const story = await opened();
      const sister = await story.outsider('sister');
      const id = await sister.standsFor('301');
      const sent = { id: randomUUID(), castAt: api.clock.now().toISOString() };
      const { ballot } = await sister.votes('301', 'for', sent);
      const owner = await story.resident('301');
      const revoked = await owner.http.post(`/api/proxy-authorisations/${id}/revoke`, { reason: '我回来了，自己投' });
      expect(revoked).toMatchObject({ status: 200, body: { state: 'revoked', revokeCause: 'owner' } });
      expect((await sister.tries('301', 'against')).status).toBe(404);
      expect((await sister.votes('301', 'for', sent)).ballot).toEqual(ballot);
      expect(await countsOf(story)).toEqual({ for: 1, against: 0 });
    });

    it('at once when the office revokes it, which finds it by its household', async () => {
      const story = await opened();
      const sister = await story.outsider('sister');
      const id = await sister.standsFor('301');
      const { http } = story.officer;
      const url = `/api/households/${story.household('301')}/proxy-authorisations`;
      const { body: letters } = expectStatus(await http.get(url), 200);
      expect(letters).toMatchObject([
        { id, state: 'approved', proxyName: '陈小妹', givenByName: expect.stringMatching(/301-owner$/) },
      ]);
      expect(JSON.stringify(letters)).not.toMatch(new RegExp(`${sister.phone}|990101195001011234`));
      expect((await http.get(url.replace(story.household('301'), story.household('302')))).body).toEqual([]);

      const reason = { reason: '业主来电 13812345678，说签名不是她的' };
      const revoke = `/api/proxy-authorisations/${id}/revoke`;
      const far = await api.loginAs('officer-far', { remits: [{ town: '莘园镇', neighbourhood: '远方居民区' }] });
      expect((await api.http(far, 'office').get(url)).body.code).toBe('roll_household_unknown');
      expect((await api.http(far, 'office').post(revoke, reason)).body.code).toBe('proxy_unknown');
      await sister.votes('301', 'for');
      const revoked = await http.post(revoke, reason);
      expect(revoked).toMatchObject({ status: 200, body: { state: 'revoked', revokeCause: 'office' } });
      expect((await http.post(revoke, { reason: '再来一次' })).body).toEqual(revoked.body);
      expect((await sister.tries('301', 'against')).status).toBe(404);
      expect(await countsOf(story)).toEqual({ for: 1, against: 0 });
      expect((await http.get(url)).body).toMatchObject([{ id, state: 'revoked', revokeReason: reason.reason }]);
      const lines = await api.dataSource.query(
        `SELECT actor_id, detail FROM audit_events WHERE action = 'proxy.revoke' AND subject_id = $1`,
        [id],
      );
      expect(lines).toMatchObject([
        {
          actor_id: story.officer.actor.accountId,
          detail: { cause: 'office', reason: expect.stringContaining('138****5678') },
        },
      ]);
    });

    it('on the day after its last, and when its giver is no longer bound', async () => {
      const story = await opened();
      const brief = await story.proxy('301', 'brief', { validUntilOn: story.dayIn(1) });
      const sister = await story.proxy('302');
      await brief.votes('301', 'for');
      api.clock.advanceMinutes(2 * 24 * 60);
      expect((await brief.tries('301', 'against')).status).toBe(404);
      await sister.votes('302', 'for');
      const owner = await story.resident('302');
      const { bindingId } = await owner.household();
      expectStatus(await owner.http.delete(`/api/bindings/${bindingId}`), 204);
      expect((await sister.tries('302', 'against')).status).toBe(404);
      api.clock.advanceMinutes(-2 * 24 * 60);
    });

    it('before its first day it is not yet', async () => {
      const story = await opened();
      const later = await story.proxy('301', 'later', { validFromOn: story.dayIn(2) });
      expect((await later.tries('301', 'for')).status).toBe(404);
    });

    it('and one given for a round is for no other', async () => {
      const story = await opened();
      const { roundId } = story;
      const sister = await story.proxy('301', 'sister', { roundId });
      await sister.votes('301', 'for');
      expectStatus(await story.officer.moves('void', { reason: '重新征询' }), 200);
      story.roundId = randomUUID();
      await story.opens();
      expect((await sister.tries('301', 'for')).status).toBe(404);
      expect((await sister.ballotPaper('301')).status).toBe(404);
      expect((await sister.http.get('/api/my/households')).body).toMatchObject([{ mayVote: false, round: null }]);
    });
  });

  describe('has a cap where the ruleset names one', () => {
    it('one household over it is refused with the reason, whoever approved the letter', async () => {
      const story = await opened();
      const busy = await story.outsider('busy');
      for (const room of ['301', '302', '401']) await busy.standsFor(room);
      await capAt(story, 2);
      await busy.votes('301', 'for');
      await busy.votes('302', 'for');
      const refused = await busy.tries('401', 'for');
      expect(refused).toMatchObject({ status: 409, body: { code: 'proxy_cap_reached', proxyCap: 2 } });
      expect(refused.body.title).toContain('上限');
      await busy.votes('302', 'against');
    });

    it('and the office cannot approve a letter over it', async () => {
      const story = await opened();
      await capAt(story, 1);
      const busy = await story.proxy('301');
      const { body: letter } = await (await story.resident('302')).gives(busy);
      const submission = await story.officer.submissionOfLetter(letter.id);
      expect((await story.officer.decides(submission, 'approve')).body.code).toBe('proxy_cap_reached');
      await story.officer.decides(submission, 'return', { reason: '这位受托人已经代表一户了' });
      const { body: mine } = await (await story.resident('302')).http.get('/api/my/proxy-authorisations');
      expect(mine.given).toMatchObject([{ state: 'returned', returnReason: '这位受托人已经代表一户了' }]);
    });

    it('holds when all letters are used at the same moment', async () => {
      const story = await opened();
      const busy = await story.outsider('busy');
      const rooms = ['301', '302', '401', '402', '501'];
      for (const room of rooms) await busy.standsFor(room);
      await capAt(story, 3);
      const answers = await Promise.all(rooms.map((room) => busy.tries(room, 'for')));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409]);
    });
  });

  it('stands in the ballot’s hash with its letter: another letter put in its place is found', async () => {
    const story = await opened();
    const sister = await story.outsider('sister');
    await sister.standsFor('301');
    const other = await sister.standsFor('301');
    const { ballot } = await sister.votes('301', 'for');
    const problems = async (statement?: string): Promise<string[]> => {
      let found: string[] = [];
      const work = api.dataSource.transaction('REPEATABLE READ', async (tx) => {
        await tx.query(`SET LOCAL session_replication_role = 'replica'`);
        if (statement) await tx.query(statement);
        const { problems: all } = await api.app.get(VerifyChains).execute(tx);
        found = all.filter(({ roundId }) => roundId === story.roundId).map(({ sentence }) => sentence);
        throw new Error('undone');
      });
      await expect(work).rejects.toThrow('undone');
      return found;
    };
    expect(await problems()).toEqual([]);
    const swapped = `UPDATE ballots SET proxy_authorisation_id = '${other}' WHERE id = '${ballot.id}'`;
    expect(await problems(swapped)).toContainEqual(expect.stringContaining('301 室第 1 张票'));
  });

  describe('a letter', () => {
    it('is given by an owner or co-owner, for someone else, for a year at most', async () => {
      const story = await opened();
      const sister = await story.outsider('sister');
      for (const relation of ['tenant', 'relative', 'guardian', 'heir']) {
        expect((await (await story.resident('301', relation)).gives(sister)).body.code).toBe('proxy_not_yours');
      }
      const owner = await story.resident('301');
      const tries = async (changes: object) => (await owner.gives(sister, { ...changes })).body.code;
      expect(await tries({ householdId: story.household('302') })).toBe('not_bound');
      expect(await tries({ validUntilOn: story.dayIn(-1) })).toBe('proxy_term_wrong');
      expect(await tries({ validFromOn: story.dayIn(3), validUntilOn: story.dayIn(2) })).toBe('proxy_term_wrong');
      expect(await tries({ validUntilOn: story.dayIn(367) })).toBe('proxy_term_wrong');
      expect(await tries({ roundId: randomUUID() })).toBe('not_found');
      expect(await tries({ letterPhotoBase64: 'AAAA' })).toBe('photo_unreadable');
    });

    it('names no more of the proxy than it must, and nothing in the clear', async () => {
      const story = await opened();
      const sister = await story.proxy('301');
      const [row] = await api.dataSource.query(
        `SELECT p::text AS text FROM proxy_authorisations p WHERE household_id = $1`,
        [story.household('301')],
      );
      for (const secret of [sister.phone, '990101195001011234']) {
        expect(row.text).not.toContain(secret);
        expect(row.text).not.toContain(Buffer.from(secret).toString('hex'));
      }
    });

    it('is safe to hand in twice, and five at a time are enough', async () => {
      const story = await opened();
      const owner = await story.resident('301');
      const sister = await story.outsider('sister');
      const id = randomUUID();
      const first = await owner.gives(sister, { id });
      expect((await owner.gives(sister, { id })).body).toEqual(first.body);
      expect((await owner.gives(sister, { id, documentNumber: '别的' })).body.code).toBe('id_reused');
      for (let more = 0; more < 4; more += 1) expectStatus(await owner.gives(sister), 201);
      expect((await owner.gives(sister)).body.code).toBe('proxy_letters_enough');
    });

    it('does nothing for a volunteer, who collects ballots at the doors', async () => {
      const story = await opened();
      const sister = await story.proxy('301');
      await api.dataSource.query(`UPDATE accounts SET role = 'volunteer' WHERE id = $1`, [sister.actor.accountId]);
      expect((await sister.tries('301', 'for')).status).toBe(403);
    });

    it('that is not approved is shown to nobody it names, and is revoked by nobody else', async () => {
      const story = await opened();
      const sister = await story.outsider('sister');
      const { body: letter } = await (await story.resident('301')).gives(sister);
      const { body: mine } = await sister.http.get('/api/my/proxy-authorisations');
      expect(mine).toEqual({ given: [], received: [] });
      const revoke = { reason: '不对' };
      const url = `/api/proxy-authorisations/${letter.id}/revoke`;
      expect((await (await story.resident('302')).http.post(url, revoke)).status).toBe(404);
      const coOwner = await story.resident('301', 'co_owner');
      expect((await coOwner.http.post(url, revoke)).body).toMatchObject({ state: 'revoked', revokeReason: '不对' });
      const submission = await story.officer.submissionOfLetter(letter.id);
      expect((await story.officer.decides(submission, 'approve')).body.code).toBe('already_decided');
    });
  });
});
