import { RemindingOffice, type Reminded } from '../../../test/stories/reminded';
import type { StairwellStory } from '../../../test/stories/stairwell-story';

describe('how somebody wants to be reminded', () => {
  let office: RemindingOffice;
  let story: StairwellStory;
  beforeAll(async () => {
    office = await RemindingOffice.begin();
    story = await office.round();
  });
  afterAll(() => office.stop());

  const chosen = async ({ http }: Reminded) => (await http.get('/api/my/reminders')).body;
  const consent = async ({ http }: Reminded) =>
    (await http.get('/api/my/consents')).body.find(({ purpose }: { purpose: string }) => purpose === 'text-messages');

  it('is not at all, before they say so', async () => {
    const neighbour = await office.neighbour(story, '101');
    expect(await chosen(neighbour)).toEqual({
      channel: 'none',
      choosable: ['sms'],
      weappPermissions: 0,
      weappTemplateId: office.wechat.reminderTemplateId,
      chosenAt: null,
    });
  });

  it('is agreed to by choosing it, and taken back by choosing nothing', async () => {
    const neighbour = await office.bySms(story, '102');
    const first = await chosen(neighbour);
    expect(first).toMatchObject({ channel: 'sms', chosenAt: expect.any(String) });
    expect(await consent(neighbour)).toMatchObject({ textVersion: office.textVersion, withdrawnAt: null });
    expect((await office.chooses(neighbour, 'sms')).body).toEqual(first);
    expect((await office.chooses(neighbour, 'none')).body).toMatchObject({ channel: 'none' });
    expect(await consent(neighbour)).toMatchObject({ withdrawnAt: expect.any(String) });
    expect((await office.chooses(neighbour, 'none')).status).toBe(200);
  });

  it('ends with the agreement, wherever that is taken back', async () => {
    const neighbour = await office.bySms(story, '201');
    expect((await neighbour.http.post('/api/my/consents/text-messages/withdraw')).status).toBe(200);
    expect(await chosen(neighbour)).toMatchObject({ channel: 'none', chosenAt: null });
  });

  it('is agreed to in the words of today', async () => {
    const neighbour = await office.neighbour(story, '202');
    for (const old of ['1', null]) {
      const { status, body } = await office.chooses(neighbour, 'sms', old);
      expect([status, body.code, body.version]).toEqual([409, 'purpose_text_changed', office.textVersion]);
    }
    expect(await chosen(neighbour)).toMatchObject({ channel: 'none' });
  });

  it('is by WeChat only for whoever came in by WeChat, and permissions are counted there, up to five', async () => {
    const neighbour = await office.neighbour(story, '301');
    expect((await office.chooses(neighbour, 'weapp')).body.code).toBe('reminder_weapp_unknown');
    expect((await office.allows(neighbour)).body.code).toBe('reminder_not_in_weapp');
    await office.signsInInWeapp(neighbour);
    expect((await chosen(neighbour)).choosable).toEqual(['sms', 'weapp']);
    const counted = [];
    for (let time = 0; time < 6; time += 1) counted.push((await office.allows(neighbour)).body.weappPermissions);
    expect(counted).toEqual([1, 2, 3, 4, 5, 5]);
    expect((await office.chooses(neighbour, 'weapp')).body).toMatchObject({ channel: 'weapp', weappPermissions: 5 });
  });

  it('is by text message only for whoever has a phone', async () => {
    const bySlip = await story.resident('302');
    const { body } = await bySlip.http.put('/api/my/reminders', { channel: 'sms', textVersion: office.textVersion });
    expect(body.code).toBe('reminder_phone_missing');
    expect((await bySlip.http.get('/api/my/reminders')).body.choosable).toEqual([]);
  });

  it('stands in what one can download, and goes with the account', async () => {
    const other = await office.round();
    const neighbour = await office.bySms(other, '101');
    await office.reminds(other);
    const { body } = await neighbour.http.get('/api/my/data');
    const { records } = body.sections.find(({ section }: { section: string }) => section === 'reminders');
    expect(records).toMatchObject({ choice: { channel: 'sms' }, messages: [{ channel: 'sms', state: 'waiting' }] });
    expect((await neighbour.http.post('/api/my/erasure', { confirmation: '删除' })).status).toBe(200);
    const { accountId } = neighbour.actor;
    const rows = (table: string) =>
      office.api.dataSource.query(`SELECT * FROM ${table} WHERE account_id = $1`, [accountId]);
    expect(await rows('reminder_choices')).toEqual([]);
    expect(await rows('reminders')).toMatchObject([{ state: 'not_needed' }]);
  });
});

describe('where no message can leave', () => {
  let office: RemindingOffice;
  beforeAll(async () => {
    office = await RemindingOffice.begin({
      SMS_PROVIDER: 'none',
      SMS_REMINDER_TEMPLATE_ID: '',
      WECHAT_REMINDER_TEMPLATE_ID: '',
    });
  });
  afterAll(() => office.stop());

  it('nothing but nothing can be chosen', async () => {
    const neighbour = await office.neighbour(await office.round(), '101');
    await office.signsInInWeapp(neighbour);
    const { body } = await neighbour.http.get('/api/my/reminders');
    expect(body).toMatchObject({ choosable: [], weappTemplateId: null });
    expect((await office.chooses(neighbour, 'sms')).body.code).toBe('reminder_sms_unavailable');
    expect((await office.chooses(neighbour, 'weapp')).body.code).toBe('reminder_weapp_unavailable');
    expect((await office.allows(neighbour)).body.code).toBe('reminder_weapp_unavailable');
    expect((await office.chooses(neighbour, 'none')).status).toBe(200);
  });
});
