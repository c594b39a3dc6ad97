import { startTestApi, type TestApi } from '../../../test/harness';
import { RecordedPause } from '../../../test/harness/limits';
import { StairwellStory } from '../../../test/stories/stairwell-story';
import { Pause } from '../../platform/limits';
import { newReceiptCode, readReceiptCode } from './receipt-code';

/** Look-ups a minute from one address, right or wrong. */
const LOOK_UPS = 30;

describe('whoever looks a receipt up', () => {
  let api: TestApi;
  let right: string;
  beforeAll(async () => {
    api = await startTestApi();
    const story = await (await StairwellStory.begin(api)).opens();
    right = (await (await story.resident('202')).votes('for')).ballot.receiptCode;
  });
  afterAll(() => api.stop());

  const lookUp = async (code: string, remoteAddress: string) => {
    const url = `/api/public/receipts/${encodeURIComponent(code)}`;
    const { statusCode, body, headers } = await api.app.inject({ method: 'GET', url, remoteAddress });
    const { code: refusal, title, choice } = JSON.parse(body);
    return { status: statusCode, refusal, title, choice, retryAfter: headers['retry-after'] };
  };
  /** One character misread, so that the check character does not fit. */
  const falseCode = () => right.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));

  it('is told a false code apart from an unknown one, and what to do about it', async () => {
    const from = '192.0.2.1';
    const misread = await lookUp(falseCode(), from);
    expect(misread).toMatchObject({ status: 400, refusal: 'misread_receipt' });
    expect(misread.title).toContain('抄错');
    const unknown = await lookUp(newReceiptCode(), from);
    expect(unknown).toMatchObject({ status: 404, refusal: 'unknown_receipt' });
    expect(unknown.title).toContain('没有查到');
    for (const rubbish of ['x', '%00', '一二三四', 'A'.repeat(400)])
      expect((await lookUp(rubbish, from)).status).toBe(400);
  });

  it('is held back after thirty in a minute, told until when, and then finds a right code again', async () => {
    const [guesser, neighbour] = ['192.0.2.2', '192.0.2.3'];
    const statuses: number[] = [];
    for (let pair = 0; pair < LOOK_UPS / 2; pair += 1) {
      statuses.push((await lookUp(falseCode(), guesser)).status, (await lookUp(newReceiptCode(), guesser)).status);
    }
    expect(statuses).toEqual(Array.from({ length: LOOK_UPS / 2 }, () => [400, 404]).flat());
    const held = await lookUp(right, guesser);
    expect(held).toMatchObject({ status: 429, refusal: 'too_many_requests', choice: undefined });
    const seconds = Number(held.retryAfter);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await lookUp(right, neighbour)).toMatchObject({ status: 200, choice: 'for' });
    api.clock.advanceMinutes(seconds / 60);
    expect(await lookUp(right, guesser)).toMatchObject({ status: 200, choice: 'for', retryAfter: undefined });
  });

  it('waits longer and longer from the sixteenth on, also for what is right', async () => {
    const pause = api.app.get<RecordedPause>(Pause);
    pause.waitsMs.length = 0;
    for (let lookedUp = 0; lookedUp < 15; lookedUp += 1) await lookUp(right, '192.0.2.4');
    expect(pause.waitsMs).toEqual([]);
    for (let lookedUp = 0; lookedUp < 3; lookedUp += 1) await lookUp(right, '192.0.2.4');
    expect(pause.waitsMs).toEqual([100, 200, 300]);
  });

  it('a receipt code finds every single misread character and every swap of neighbours', () => {
    const code = newReceiptCode();
    const bare = code.replaceAll('-', '');
    for (let place = 0; place < bare.length; place += 1) {
      for (const other of '23456789ABCDEFGHJKMNPQRSTUVWXYZ'.replace(bare[place]!, '')) {
        expect(readReceiptCode(bare.slice(0, place) + other + bare.slice(place + 1))).toBeNull();
      }
      const next = bare[place + 1];
      if (next === undefined || next === bare[place]) continue;
      expect(readReceiptCode(bare.slice(0, place) + next + bare[place] + bare.slice(place + 2))).toBeNull();
    }
    expect(readReceiptCode(code)).toBe(code);
  });
});
