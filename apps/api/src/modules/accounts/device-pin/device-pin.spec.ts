import { DEVICE_PIN, startTestApi, type TestActor, type TestApi } from '../../../../test/harness';
import { Browser } from '../../../../test/stories/browser';
import { expectStatus, StairwellStory } from '../../../../test/stories/stairwell-story';
import { doorEvidence } from '../../../../test/stories/papers';
import { randomUUID } from 'node:crypto';

describe('a volunteer’s device', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const browserOf = ({ token }: TestActor): Browser => {
    const browser = new Browser(api, 'h5');
    browser.cookies.set('jiati_h5', token);
    return browser;
  };
  const doors = (browser: Browser) => browser.get('/api/volunteer/stairwells');
  const codeOf = async (browser: Browser) => (await doors(browser)).body.code ?? 'open';
  const unlock = (browser: Browser, pin = DEVICE_PIN) => browser.post('/api/session/unlock', { pin });
  let names = 0;
  const volunteer = async (more = {}) => browserOf(await api.loginAs(`volunteer-device${(names += 1)}`, more));

  it('shows no door before it has a PIN, and what is a neighbour’s own all the same', async () => {
    const browser = await volunteer({ withoutDevicePin: true });
    expect((await browser.get('/api/session')).body.next).toBe('set_device_pin');
    expect(await doors(browser)).toMatchObject({ status: 403, body: { code: 'device_pin_missing' } });
    expect((await browser.get('/api/my/households')).status).toBe(200);
    for (const pin of ['000000', '123456', '987654', '121212', '135135']) {
      expect((await browser.put('/api/session/device-pin', { pin })).body.code).toBe('weak_device_pin');
    }
    const before = browser.copy();
    expect((await browser.put('/api/session/device-pin', { pin: '400826' })).body.next).toBe('none');
    expect([await codeOf(browser), (await before.get('/api/session')).status]).toEqual(['open', 401]);
  });

  it('is locked by hand and opened by the PIN, with a new token', async () => {
    const browser = await volunteer();
    expect((await browser.post('/api/session/lock')).status).toBe(204);
    expect((await browser.post('/api/session/lock')).status).toBe(204);
    expect(await doors(browser)).toMatchObject({ status: 423, body: { code: 'device_locked' } });
    expect((await browser.put('/api/session/device-pin', { pin: '400826' })).status).toBe(423);
    expect((await browser.get('/api/session')).body.next).toBe('unlock');
    const before = browser.copy();
    expect((await unlock(browser)).body.next).toBe('none');
    expect([await codeOf(browser), (await before.get('/api/session')).status]).toEqual(['open', 401]);
  });

  it('locks itself after a quarter of an hour without a request, never later, and asking does not open it', async () => {
    const browser = await volunteer();
    for (let minutes = 0; minutes < 60; minutes += 14) {
      api.clock.advanceMinutes(14);
      expect(await codeOf(browser)).toBe('open');
    }
    api.clock.advanceMinutes(0.4);
    expect(await codeOf(browser)).toBe('open');
    api.clock.advanceMinutes(15);
    expect(await codeOf(browser)).toBe('device_locked');
    expect((await browser.get('/api/session')).body.next).toBe('unlock');
    expect(await codeOf(browser)).toBe('device_locked');
    await unlock(browser);
    expect(await codeOf(browser)).toBe('open');
  });

  it('signs itself out at the fifth wrong PIN, however many are tried at once', async () => {
    const browser = await volunteer();
    await browser.post('/api/session/lock');
    expect((await unlock(browser, '400826')).body).toMatchObject({ code: 'wrong_device_pin', triesLeft: 4 });
    const wrong = await Promise.all(Array.from({ length: 8 }, () => unlock(browser.copy(), '400826')));
    const codes = wrong.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'wrong_device_pin')).toHaveLength(3);
    expect(codes.filter((code) => code === 'device_pin_tries_used')).toHaveLength(1);
    expect((await unlock(browser)).body.code).toBe('not_signed_in');
  });

  it('takes no visit’s ballot while it is locked', async () => {
    const story = await (await StairwellStory.begin(api)).opens();
    const { actor } = await story.volunteer('locked');
    const browser = browserOf(actor);
    const ballot = () => ({
      id: randomUUID(),
      householdId: story.household('301'),
      choice: 'for',
      channel: 'home_visit',
      castAt: api.clock.now().toISOString(),
      ...doorEvidence,
    });
    const paper = `/api/rounds/${story.roundId}/households/${story.household('301')}/ballot-paper`;
    await browser.post('/api/session/lock');
    expect((await browser.post(`/api/rounds/${story.roundId}/ballots`, ballot())).status).toBe(423);
    expect((await browser.get(paper)).status).toBe(423);
    await unlock(browser);
    expectStatus(await browser.post(`/api/rounds/${story.roundId}/ballots`, ballot()), 201);
    expectStatus(await browser.get(paper), 200);
  });

  it('is written down: wrong PINs, and the last one', async () => {
    const rows: { action: string; detail: { by: string } }[] = await api.dataSource.query(
      `SELECT action, detail FROM audit_events WHERE detail->>'by' = 'device_pin' ORDER BY id`,
    );
    expect(rows.filter(({ action }) => action === 'session.refuse')).toHaveLength(5);
    expect(rows.filter(({ action }) => action === 'session.tries_used')).toHaveLength(1);
  });
});
