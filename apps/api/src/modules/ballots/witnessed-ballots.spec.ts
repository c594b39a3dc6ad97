import type { LeastEvidence } from '@jiati/rules';
import { randomUUID } from 'node:crypto';
import { startTestApi, type TestApi } from '../../../test/harness';
import { doorEvidence, drawn, paperEvidence, signatureOfBytes, typed } from '../../../test/stories/papers';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

describe('a ballot taken at the door or from paper', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async (sketch: Parameters<typeof StairwellStory.begin>[1] = {}) =>
    (await StairwellStory.begin(api, sketch)).opens();
  const ballotsStored = async (story: StairwellStory): Promise<number> => {
    const [{ count }] = await api.dataSource.query('SELECT count(*) FROM ballots WHERE round_id = $1', [story.roundId]);
    return count;
  };
  const ruleAsks = (story: StairwellStory, evidence: LeastEvidence) =>
    api.dataSource.query(
      `UPDATE consultation_rounds SET ruleset = jsonb_set(ruleset, '{leastEvidence}', $2::jsonb) WHERE id = $1`,
      [story.roundId, JSON.stringify(evidence)],
    );

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
    expect((await story.counted()).tally.for).toEqual({ heads: 1, areaDm2: 6_000 });
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

  it('asks for what the rule of its round asks for, on the short way too', async () => {
    const story = await opened({ rooms: ['401', '402'] });
    const owner = await story.resident('401');
    await ruleAsks(story, { self_service: ['signature'], home_visit: ['signature'], paper: [], proxy: [] });
    expect(await owner.tries('for')).toMatchObject({
      ...{ status: 400, body: { code: 'evidence_missing', errors: [{ path: 'signature' }] } },
    });
    const signatureAlone = { signerName: undefined, signerRelation: undefined, identityCheck: undefined };
    const answer = await (await story.volunteer()).tries('402', 'for', signatureAlone);
    expect(answer.status).toBe(201);
    expect(await ballotsStored(story)).toBe(1);
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

  it('a returned ballot leaves the earlier one standing', async () => {
    const story = await opened();
    await story.vote('for', '302');
    const paper = await story.officer.enters('302', 'for');
    const li = await story.officer.colleague();
    expectStatus(await li.decides(paper, 'return', { reason: '照片看不清' }), 200);
    expect((await story.counted()).tally).toMatchObject({ for: { heads: 1 }, against: { heads: 0 } });
  });
});

/** A header that claims 40,000 × 40,000 pixels. */
function hugePng(): string {
  const png = Buffer.from(drawn.pngBase64, 'base64');
  png.writeUInt32BE(40_000, 16);
  png.writeUInt32BE(40_000, 20);
  return png.toString('base64');
}
