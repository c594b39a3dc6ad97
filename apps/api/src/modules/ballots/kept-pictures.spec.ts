import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { startTestApi, type TestApi } from '../../../test/harness';
import { doorEvidence, paperEvidence } from '../../../test/stories/papers';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';
import { storedBallots } from './ballot-hash';

const taken = (background: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .withExif({ IFD0: { Model: 'Camera-77' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 12/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('the picture of a paper ballot', () => {
  let api: TestApi;
  let story: StairwellStory;
  let photo: string;
  beforeAll(async () => {
    api = await startTestApi();
    story = await (await StairwellStory.begin(api)).opens();
    photo = (await taken('#c33')).toString('base64');
  });
  afterAll(() => api.stop());

  const paperOf = (room: string, paperPhotoBase64 = photo) => ({
    id: randomUUID(),
    householdId: story.household(room),
    choice: 'for',
    channel: 'paper',
    castAt: api.clock.now().toISOString(),
    ...paperEvidence,
    paperPhotoBase64,
  });
  const send = (ballot: object) => story.officer.http.post(`/api/rounds/${story.roundId}/ballots`, ballot);

  it('is shown to the office upright and without what the camera wrote beside it', async () => {
    expectStatus(await send(paperOf('101')), 201);
    const [{ id }] = await api.dataSource.query('SELECT id FROM paper_photos ORDER BY created_at DESC LIMIT 1');
    const { bytes, headers } = await story.officer.http.get(`/api/paper-photos/${id}/image`);
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    const { width, height, exif } = await sharp(bytes).metadata();
    expect({ width, height, exif }).toEqual({ width: 48, height: 64 });
    expect(bytes.includes('Camera-77')).toBe(false);
  });

  it('makes the same ballot when it is sent again, and another one when it is another', async () => {
    const ballot = paperOf('102');
    const first = expectStatus(await send(ballot), 201).body;
    expect(expectStatus(await send(ballot), 201).body.ballot).toEqual(first.ballot);
    const other = { ...ballot, paperPhotoBase64: (await taken('#3c3')).toString('base64') };
    expect((await send(other)).body.code).toBe('id_reused');
  });

  it('makes the same ballot also after a library has come to draw it otherwise', async () => {
    const ballot = paperOf('201');
    const first = expectStatus(await send(ballot), 201).body;
    await api.dataSource.transaction(async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = 'replica'`);
      await tx.query(
        `UPDATE paper_photos SET bytes = bytes || '\\x00', sha256 = encode(sha256(bytes || '\\x00'), 'hex')
          WHERE id = (SELECT paper_photo_id FROM ballots WHERE id = $1)`,
        [ballot.id],
      );
      const stored = (await storedBallots(tx, story.roundId)).find(({ id }) => id === ballot.id)!;
      await tx.query('UPDATE ballots SET content_hash = $2 WHERE id = $1', [ballot.id, stored.recomputedHash]);
    });
    expect(expectStatus(await send(ballot), 201).body.ballot).toEqual(first.ballot);
  });

  it.each([
    ['a bomb', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAAAAAD', 'base64')],
    ['a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['half a photo', Buffer.from('/9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExIS', 'base64')],
  ])('is never %s', async (_, bytes) => {
    const answer = await send(paperOf('202', bytes.toString('base64')));
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code: 'photo_unreadable' });
  });

  it('costs limits a round trip, which a ballot from one’s own phone never pays', async () => {
    const counted = async () =>
      (await api.dataSource.query('SELECT sum(points)::int AS points FROM rate_limits'))[0].points;
    const before = await counted();
    await (await story.resident('401')).votes('for');
    expect(await counted()).toBe(before);
    expectStatus(await send(paperOf('402')), 201);
    expect(await counted()).toBe(before + 1);
  });

  it('cannot be sent by the thousand', async () => {
    const volunteer = await story.volunteer();
    await volunteer.tries('301', 'for');
    const [{ key }] = await api.dataSource.query(
      `SELECT key FROM rate_limits WHERE key LIKE 'uploadAccount:%' AND points = 1 LIMIT 1`,
    );
    await api.dataSource.query('UPDATE rate_limits SET points = 600 WHERE key = $1', [key]);
    const answer = await volunteer.tries('302', 'for', doorEvidence);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 429, code: 'too_many_requests' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(60);
  });
});
