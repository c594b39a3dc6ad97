import { setTimeout as pause } from 'node:timers/promises';
import { bind, startTestApi } from '../../../test/harness';
import { ServerProcess } from '../../../test/harness/server-process';
import { RemindingOffice, type Reminded } from '../../../test/stories/reminded';
import type { StairwellStory } from '../../../test/stories/stairwell-story';
import { SendReminders } from '.';

jest.setTimeout(60_000);

describe('a reminder', () => {
  let office: RemindingOffice;
  beforeAll(async () => {
    office = await RemindingOffice.begin();
  });
  afterAll(() => office.stop());

  /** What arrived with them, by either channel. */
  const arrivedAt = ({ phone, user }: Reminded): string[] => [
    ...office.sms.inbox.filter((each) => each.phone === phone).map(() => 'sms'),
    ...office.wechat.messages.inbox.filter((each) => each.openid === office.wechat.openidOf(user)).map(() => 'weapp'),
  ];
  const outcomes = async ({ roundId }: StairwellStory) =>
    office.api.dataSource.query('SELECT channel, state, reason FROM reminders WHERE round_id = $1 ORDER BY channel', [
      roundId,
    ]);

  it('goes to the silent alone, by the channel each chose, and to nobody who chose none', async () => {
    const story = await office.round();
    const [bySms, byWeapp, voted, undecided, against] = [
      await office.bySms(story, '101'),
      await office.byWeapp(story, '102'),
      await office.bySms(story, '201'),
      await office.neighbour(story, '202'),
      await office.bySms(story, '301'),
    ];
    await voted.votes('for');
    await office.chooses(against, 'none');
    await office.reminds(story);
    await office.drains();
    expect([bySms, byWeapp, voted, undecided, against].map(arrivedAt)).toEqual([['sms'], ['weapp'], [], [], []]);
    const { unreached, ...plan } = await office.plan(story);
    expect(plan).toMatchObject({ silentDoors: 5, sms: 0, weapp: 0, waiting: 0, sent: 2, failed: 0 });
    expect(unreached).toMatchObject([
      { roomNo: '101', reason: 'reminded_lately' },
      { roomNo: '102', reason: 'reminded_lately' },
      { roomNo: '202', reason: 'nothing_chosen' },
      { roomNo: '301', reason: 'nothing_chosen' },
      { roomNo: '302', reason: 'nobody_bound' },
    ]);
  });

  describe('is not sent any more to somebody who, after the office has asked,', () => {
    it.each<[string, (story: StairwellStory, neighbour: Reminded) => Promise<unknown>]>([
      ['votes', (_, neighbour) => neighbour.votes('against')],
      ['votes at the door, which waits for review', async (story) => (await story.volunteer()).takes('101', 'for')],
      ['has moved away', (_, { actor }) => endBindingOf(actor.accountId)],
      ['chooses nothing', (_, neighbour) => office.chooses(neighbour, 'none')],
      ['takes the agreement back', (_, { http }) => http.post('/api/my/consents/text-messages/withdraw')],
      ['closes the account', (_, { http }) => http.post('/api/my/erasure', { confirmation: '删除' })],
      ['is kept from voting by a dispute', (story) => story.officer.freezes('101')],
      ['sees the round closed', (story) => story.officer.closes()],
      ['sees the round made void', (story) => story.officer.moves('void', { reason: '方案有变' })],
    ])('%s', async (_, happens) => {
      const story = await office.round();
      const neighbour = await office.bySms(story, '101');
      await office.reminds(story);
      await happens(story, neighbour);
      await office.drains();
      expect(arrivedAt(neighbour)).toEqual([]);
      expect(await outcomes(story)).toEqual([{ channel: 'sms', state: 'not_needed', reason: null }]);
    });

    const endBindingOf = (accountId: string) =>
      office.api.dataSource.query(`UPDATE bindings SET state = 'ended' WHERE account_id = $1`, [accountId]);
  });

  it('is sent for the door that is still silent, when another one of the same person has answered', async () => {
    const story = await office.round();
    const neighbour = await office.bySms(story, '101');
    await bind(office.api.dataSource, neighbour.actor, story.household('102'));
    await office.reminds(story);
    await neighbour.sends({ householdId: story.household('102'), choice: 'for', channel: 'self_service' });
    await office.drains();
    expect(arrivedAt(neighbour)).toEqual(['sms']);
  });

  it('uses up one permission of WeChat’s, and at none the door is on the list', async () => {
    const story = await office.round();
    const neighbour = await office.byWeapp(story, '101', 2);
    const left = async () => (await neighbour.http.get('/api/my/reminders')).body.weappPermissions;
    await office.reminds(story);
    await office.drains();
    expect(await left()).toBe(1);
    office.laterBy(49);
    await office.reminds(story);
    await office.drains();
    expect(arrivedAt(neighbour)).toEqual(['weapp', 'weapp']);
    office.laterBy(49);
    const { unreached } = await office.plan(story);
    expect(unreached[0]).toMatchObject({ roomNo: '101', reason: 'no_permission_left' });
  });

  it('that WeChat lets nobody have shows that no permission is left; one that did not leave costs none', async () => {
    const left = async ({ actor }: Reminded) => {
      const http = office.api.http(await office.api.loginAs(actor.displayName));
      return (await http.get('/api/my/reminders')).body.weappPermissions;
    };
    const story = await office.round();
    const forbidding = await office.byWeapp(story, '101', 2);
    office.wechat.messages.forbid(office.wechat.openidOf(forbidding.user));
    await office.reminds(story);
    await office.drains();
    expect([await left(forbidding), await outcomes(story)]).toEqual([
      0,
      [{ channel: 'weapp', state: 'failed', reason: 'no_permission' }],
    ]);
    const other = await office.round();
    const patient = await office.byWeapp(other, '101', 2);
    office.wechat.faults.plan('/cgi-bin/message/subscribe/send', 45009);
    await office.reminds(other);
    await office.drains();
    expect([await left(patient), await outcomes(other)]).toEqual([
      2,
      [{ channel: 'weapp', state: 'failed', reason: 'refused' }],
    ]);
  });

  it('that failed may be sent anew the next time, and does not hold up the others', async () => {
    const story = await office.round();
    const neighbours = [await office.bySms(story, '101'), await office.bySms(story, '102')];
    office.sms.fail('status:FailedOperation.InsufficientBalanceInSmsPackage');
    await office.reminds(story);
    await office.drains();
    expect(await office.plan(story)).toMatchObject({ sent: 1, failed: 1 });
    office.laterBy(25);
    expect(await office.reminds(story)).toMatchObject({ waiting: 1 });
    await office.drains();
    expect(neighbours.map(arrivedAt)).toEqual([['sms'], ['sms']]);
  });

  it('is sent once, however many processes of the API share the work', async () => {
    const rooms = Array.from({ length: 12 }, (_, at) => `${at + 1}01`);
    const story = await office.round({ rooms });
    const neighbours = [];
    for (const room of rooms) neighbours.push(await office.bySms(story, room));
    const others = await Promise.all(
      [1, 2].map(() => startTestApi({ database: office.api.database, environment: office.gateways() })),
    );
    await office.reminds(story);
    await Promise.all([office.drains(), ...others.map(({ app }) => app.get(SendReminders).drain())]);
    await Promise.all(others.map((other) => other.stop()));
    expect(neighbours.map(arrivedAt)).toEqual(rooms.map(() => ['sms']));
    expect(await office.plan(story)).toMatchObject({ waiting: 0, sent: 12 });
  });

  it('is not sent again when the process dies while it sends', async () => {
    office.api.clock.set(new Date()); // that of the other process
    const story = await office.round();
    const neighbour = await office.bySms(story, '101');
    await office.reminds(story);
    const before = office.sms.requests;
    office.sms.fail('slow');
    const gateways = { ...office.gateways(), GATEWAY_TIMEOUT_MS: '30000' };
    const server = ServerProcess.start({ DATABASE_URL: office.api.database.appUrl, ...gateways });
    try {
      for (let tries = 0; tries < 400 && office.sms.requests === before; tries += 1) await pause(100);
    } finally {
      server.kill();
      await server.exit;
    }
    await office.drains();
    expect(await outcomes(story)).toEqual([{ channel: 'sms', state: 'sending', reason: null }]);
    office.laterBy(1);
    await office.drains();
    expect(await outcomes(story)).toEqual([{ channel: 'sms', state: 'failed', reason: 'uncertain' }]);
    expect([office.sms.requests, arrivedAt(neighbour)]).toEqual([before + 1, []]);
  });
});
