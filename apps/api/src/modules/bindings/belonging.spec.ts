import { randomUUID } from 'node:crypto';
import { startTestApi, type TestActor, type TestApi } from '../../../test/harness';
import { PAPER_PHOTO } from '../../../test/stories/papers';
import { expectStatus, StairwellStory, type ResidentStory } from '../../../test/stories/stairwell-story';

describe('belonging to a household', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async () => (await StairwellStory.begin(api)).opens();
  const bindingOf = async (person: ResidentStory): Promise<string> => (await person.household()).bindingId;
  const asks = (story: StairwellStory, roomNo: string, changes: object = {}) => ({
    ...{ id: randomUUID(), stairwellCode: story.place.code, roomNo, relation: 'heir', method: 'office_check' },
    statedName: '陈小明',
    ...changes,
  });

  describe('until a day', () => {
    it('a guardian speaks for the household on the last day and not on the next, without any command run', async () => {
      const story = await opened();
      const guardian = await story.resident('401', 'guardian');
      const url = `/api/bindings/${await bindingOf(guardian)}/expiry`;
      const set = await story.officer.http.put(url, { expiresOn: story.dayIn(1) });
      expect(set).toMatchObject({ status: 200, body: { state: 'approved', expiresOn: story.dayIn(1) } });
      api.clock.advanceMinutes(24 * 60);
      await guardian.votes('for');
      api.clock.advanceMinutes(24 * 60);
      expect(await guardian.tries('against')).toMatchObject({ status: 404, body: { code: 'not_bound' } });
      expect((await guardian.ballotPaper()).status).toBe(404);
      expect(await guardian.household()).toMatchObject({ bindingState: 'expired', mayVote: false, areaDm2: null });
      const tomorrow = await story.officer.colleague(); // the morning's session is over by now
      const expired = await tomorrow.http.get(`/api/bindings?estateId=${story.place.estateId}&state=expired`);
      expect(expired.body.bindings).toMatchObject([{ relation: 'guardian', state: 'expired', roomNo: '401' }]);

      expectStatus(await tomorrow.http.put(url, { expiresOn: null }), 200);
      await guardian.votes('against');
      api.clock.advanceMinutes(-2 * 24 * 60);
    });

    it('comes back by the office’s check, not by the slip in the drawer; the past is no expiry', async () => {
      const story = await opened();
      const guardian = await story.resident('401', 'guardian');
      const url = `/api/bindings/${await bindingOf(guardian)}/expiry`;
      expect((await story.officer.http.put(url, { expiresOn: story.dayIn(-1) })).body.code).toBe('expiry_in_the_past');
      await story.officer.http.put(url, { expiresOn: story.dayIn(0) });
      api.clock.advanceMinutes(24 * 60);
      const tomorrow = await story.officer.colleague();
      const slips = await tomorrow.http.post(`/api/stairwells/${story.place.stairwellId}/slips`, {
        householdIds: [story.household('401')],
      });
      const bySlip = asks(story, '401', { relation: 'owner', method: 'slip', pin: slips.body[0].pin });
      expect((await guardian.http.post('/api/bindings', bySlip)).body.code).toBe('office_must_check');
      expect((await guardian.http.post('/api/bindings', asks(story, '401'))).body.state).toBe('pending');
      api.clock.advanceMinutes(-24 * 60);
    });
  });

  describe('is ended', () => {
    it('by oneself, as often as it is sent, and by nobody else', async () => {
      const story = await opened();
      const owner = await story.resident('302');
      const id = await bindingOf(owner);
      expect((await (await story.resident('301')).http.delete(`/api/bindings/${id}`)).status).toBe(404);
      expectStatus(await owner.http.delete(`/api/bindings/${id}`), 204);
      expectStatus(await owner.http.delete(`/api/bindings/${id}`), 204);
      expect((await owner.tries('for')).status).toBe(404);
      expect(await owner.household()).toBeUndefined();
    });

    it('while it still waits, and then nobody has to review it', async () => {
      const story = await opened();
      const heir = await story.outsider('heir');
      const { body } = await heir.http.post('/api/bindings', asks(story, '101'));
      const waiting = async () =>
        (await story.officer.http.get('/api/reviews?kind=binding&state=waiting')).body.reviews.filter(
          ({ householdId }: { householdId: string }) => householdId === story.household('101'),
        );
      expect(await waiting()).toHaveLength(1);
      await heir.http.delete(`/api/bindings/${body.id}`);
      expect(await waiting()).toEqual([]);
      expect((await heir.http.post('/api/bindings', asks(story, '101'))).body.state).toBe('pending');
      expect(await waiting()).toHaveLength(1);
    });

    it('by the office with a reason; the slip goes with it, and only the office’s check brings it back', async () => {
      const story = await opened();
      const { body: slips } = await story.officer.http.post(`/api/stairwells/${story.place.stairwellId}/slips`, {
        householdIds: [story.household('201')],
      });
      const withSlip = () =>
        api.http(undefined, 'weapp').post('/api/session/slip', {
          ...{
            stairwellCode: story.place.code,
            roomNo: '201',
            pin: slips[0].pin,
            relation: 'owner',
            statedName: '吴志强',
          },
        });
      expectStatus(await withSlip(), 200);
      const list = await story.officer.http.get(`/api/bindings?estateId=${story.place.estateId}`);
      const { id } = list.body.bindings.find((each: { roomNo: string }) => each.roomNo === '201');
      const reason = { reason: '不是这一户的人' };
      const ended = await story.officer.http.post(`/api/bindings/${id}/end`, reason);
      expect(ended.body).toMatchObject({ state: 'ended', endCause: 'office', endReason: '不是这一户的人' });
      expect((await story.officer.http.post(`/api/bindings/${id}/end`, reason)).body.code).toBe('binding_over');
      expect((await withSlip()).status).toBe(401);
      const fresh = await story.officer.http.post(`/api/stairwells/${story.place.stairwellId}/slips`, {
        householdIds: [story.household('201')],
      });
      slips[0].pin = fresh.body[0].pin;
      expect((await withSlip()).body.code).toBe('office_must_check');
    });
  });

  describe('is shown with papers', () => {
    it('photo and number reach the reviewer, the number masked everywhere and sealed below', async () => {
      const story = await opened();
      const heir = await story.outsider('heir');
      const evidence = {
        documentKind: 'inheritance',
        documentNumber: '（2026）沪闵证字第8812号',
        photoBase64: PAPER_PHOTO,
      };
      const { body } = expectStatus(await heir.http.post('/api/bindings', asks(story, '101', { evidence })), 201);
      const [{ id }] = await api.dataSource.query('SELECT id FROM submissions WHERE binding_id = $1', [body.id]);
      const { body: review } = await story.officer.http.get(`/api/reviews/${id}`);
      expect(review.facts).toMatchObject({ documentKind: 'inheritance', documentNumberMasked: '****812号' });
      const photo = await story.officer.http.get(`/api/paper-photos/${review.evidence.paperPhotoId}/image`);
      expect(photo.status).toBe(200);
      const stored = await api.dataSource.query(`SELECT v::text AS text FROM binding_evidence v`);
      expect(JSON.stringify(stored)).not.toContain(Buffer.from('8812').toString('hex'));

      await story.officer.decides(id, 'return', { reason: '公证书少一页' });
      const better = { ...evidence, documentNumber: '（2026）沪闵证字第8813号' };
      await heir.http.post('/api/bindings', asks(story, '101', { evidence: better }));
      expect((await story.officer.http.get(`/api/reviews/${id}`)).body.facts.documentNumberMasked).toBe('****813号');
      await story.officer.approves(id);
      const list = await story.officer.http.get(`/api/bindings?estateId=${story.place.estateId}&relation=heir`);
      expect(list.body.bindings).toMatchObject([{ personName: '陈小明', evidence: { documentKind: 'inheritance' } }]);
    });

    it('only where the office looks at them', async () => {
      const story = await opened();
      const evidence = { documentKind: 'lease' };
      const someone = await story.outsider('someone');
      const bySlip = asks(story, '101', { method: 'slip', pin: '123456', evidence });
      expect((await someone.http.post('/api/bindings', bySlip)).body.code).toBe('evidence_not_asked');
    });
  });

  it('several people may share a door; an owner sees who they are, masked, and a tenant does not', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    const tenant = await story.resident('302', 'tenant');
    await story.resident('302', 'co_owner');
    const url = `/api/my/households/${story.household('302')}/people`;
    const { body: people } = expectStatus(await owner.http.get(url), 200);
    expect(people.map(({ relation, isMe }: { relation: string; isMe: boolean }) => [relation, isMe])).toEqual([
      ['owner', true],
      ['tenant', false],
      ['co_owner', false],
    ]);
    expect(people[1].personName).toMatch(/^.\*+$/);
    expect((await tenant.http.get(url)).body.code).toBe('people_not_yours');
    expect((await (await story.resident('301')).http.get(url)).status).toBe(404);
  });

  it('one person may have several households', async () => {
    const story = await opened();
    const owner = await story.resident('302');
    await api.dataSource.query(
      `INSERT INTO bindings (id, account_id, household_id, relation, method, state) VALUES ($1, $2, $3, 'heir', 'slip', 'approved')`,
      [randomUUID(), owner.actor.accountId, story.household('502')],
    );
    const { body } = await owner.http.get('/api/my/households');
    expect(body.map(({ roomNo, relation }: Record<string, string>) => [roomNo, relation])).toEqual([
      ['302', 'owner'],
      ['502', 'heir'],
    ]);
  });

  it('the office reads page after page, each binding once, and nothing of another neighbourhood', async () => {
    const story = await opened();
    for (const room of ['101', '102', '201', '202', '301']) await story.resident(room);
    const seen: string[] = [];
    let before = '';
    do {
      const url = `/api/bindings?estateId=${story.place.estateId}&limit=2${before && `&before=${before}`}`;
      const { body } = expectStatus(await story.officer.http.get(url), 200);
      seen.push(...body.bindings.map(({ roomNo }: { roomNo: string }) => roomNo));
      before = body.next ?? '';
    } while (before);
    expect([...seen].sort()).toEqual(['101', '102', '201', '202', '301']);
    const far = await api.loginAs('officer-far', { remits: [{ town: '莘园镇', neighbourhood: '远方居民区' }] });
    const elsewhere = await api.http(far, 'office').get('/api/bindings');
    expect(elsewhere).toMatchObject({ status: 200, body: { bindings: [], next: null } });
  });

  it('the office reads the bindings of one household, and another office those of none', async () => {
    const story = await opened();
    for (const [room, relation] of [
      ['301', 'owner'],
      ['302', 'owner'],
      ['302', 'tenant'],
    ] as const)
      await story.resident(room, relation);
    const of = async (officer: TestActor, roomNo: string, more = '') =>
      expectStatus(
        await api.http(officer, 'office').get(`/api/bindings?householdId=${story.household(roomNo)}${more}`),
        200,
      ).body.bindings.map((each: { roomNo: string; relation: string }) => [each.roomNo, each.relation]);
    const { actor } = story.officer;
    expect(await of(actor, '302')).toEqual([
      ['302', 'tenant'],
      ['302', 'owner'],
    ]);
    expect(await of(actor, '302', '&relation=tenant')).toEqual([['302', 'tenant']]);
    expect(await of(actor, '101')).toEqual([]);
    const far = await api.loginAs('officer-far', { remits: [{ town: '莘园镇', neighbourhood: '远方居民区' }] });
    expect(await of(far, '302')).toEqual([]);
  });
});
