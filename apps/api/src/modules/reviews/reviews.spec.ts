import { startTestApi, type TestApi } from '../../../test/harness';
import sharp from 'sharp';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

describe('the review queue', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async () => (await StairwellStory.begin(api)).opens();

  it('lists what waits, oldest first, with place, room and channel', async () => {
    const story = await opened();
    const first = await (await story.volunteer()).takes('401', 'for');
    const second = await story.officer.enters('402', 'against');
    const { body } = expectStatus(
      await story.officer.http.get(`/api/reviews?state=waiting&kind=ballot&roundId=${story.roundId}`),
      200,
    );
    expect(body.reviews).toMatchObject([
      { id: first, kind: 'ballot', state: 'received', roomNo: '401', channel: 'home_visit' },
      { id: second, roomNo: '402', channel: 'paper', submittedByName: 'officer-wang' },
    ]);
    expect(body.reviews[0].place).toBe(`春晓苑${story.place.code} 1号楼 1号门洞`);
    const { body: today } = expectStatus(await story.officer.http.get('/api/office/today'), 200);
    expect(today.pendingReviews).toBeGreaterThanOrEqual(2);
    expect(today.openRounds.map((round: { id: string }) => round.id)).toContain(story.roundId);
  });

  it('shows the evidence: facts, signature and photo as images', async () => {
    const story = await opened();
    const visit = await (await story.volunteer()).takes('401', 'for');
    const { body } = expectStatus(await story.officer.http.get(`/api/reviews/${visit}`), 200);
    expect(body.facts).toMatchObject({
      choice: 'for',
      signerName: '陈阿姨',
      signerRelation: 'owner',
      ownerNames: ['业主401'],
    });
    const signature = await story.officer.http.get(`/api/signatures/${body.evidence.signatureId}/image`);
    expect(signature).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect(await sharp(signature.bytes).metadata()).toMatchObject({ format: 'png', width: 1, height: 1 });

    const paper = await story.officer.enters('402', 'for');
    const { evidence } = (await story.officer.http.get(`/api/reviews/${paper}`)).body;
    const photo = await story.officer.http.get(`/api/paper-photos/${evidence.paperPhotoId}/image`);
    expect(photo).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
    expect(await sharp(photo.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 8, height: 11 });
    const volunteer = await story.volunteer();
    expect((await volunteer.http.get(`/api/paper-photos/${evidence.paperPhotoId}/image`)).status).toBe(403);
    expect((await volunteer.http.get(`/api/reviews/${paper}`)).status).toBe(403);
  });

  it('nobody reviews what they recorded themselves', async () => {
    const story = await opened();
    const paper = await story.officer.enters('402', 'for');
    const refused = await story.officer.decides(paper, 'approve');
    expect(refused).toMatchObject({ status: 409, body: { code: 'own_submission' } });
    const li = await story.officer.colleague();
    expect((await li.approves(paper)).history).toMatchObject([{ verdict: 'approve', reviewerName: 'officer-li' }]);
  });

  it.each(['return', 'reject'] as const)(
    'a %s without a reason is refused, and nothing is decided',
    async (verdict) => {
      const story = await opened();
      const visit = await (await story.volunteer()).takes('401', 'for');
      for (const body of [{}, { reason: '' }, { reason: '  ' }]) {
        const answer = await story.officer.decides(visit, verdict, body);
        expect(answer).toMatchObject({ status: 400, body: { code: 'malformed', errors: [{ path: 'reason' }] } });
      }
      expect((await story.officer.http.get(`/api/reviews/${visit}`)).body).toMatchObject({
        state: 'received',
        history: [],
      });
    },
  );

  it('two officers at once: one decides, the other is told', async () => {
    const story = await opened();
    const visit = await (await story.volunteer()).takes('401', 'for');
    const li = await story.officer.colleague();
    const answers = await Promise.all([
      story.officer.decides(visit, 'approve'),
      li.decides(visit, 'reject', { reason: '签名不符' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)!.body.code).toBe('already_decided');
    const { body } = await story.officer.http.get(`/api/reviews/${visit}`);
    expect(body.history).toHaveLength(1);
    const isApproved = body.state === 'approved';
    expect((await story.counted()).tally.for.heads).toBe(isApproved ? 1 : 0);
  });

  it('a void round has nothing left to decide', async () => {
    const story = await opened();
    const visit = await (await story.volunteer()).takes('401', 'for');
    expectStatus(await story.officer.moves('void', { reason: '改期' }), 200);
    const { body } = await story.officer.http.get(`/api/reviews?roundId=${story.roundId}`);
    expect(body).toEqual({ reviews: [], next: null });
    expect(await story.officer.decides(visit, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'review_too_late' },
    });
    expect((await story.officer.http.get(`/api/reviews/${visit}`)).body.state).toBe('received');
  });
});
