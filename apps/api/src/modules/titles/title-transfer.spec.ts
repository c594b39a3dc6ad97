import { startTestApi, type TestApi } from '../../../test/harness';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';

describe('a transfer of title', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const opened = async () => (await StairwellStory.begin(api)).opens();

  it('makes the former owner, the relative, the heir and the proxy strangers; the tenant stays', async () => {
    const story = await opened();
    const formerOwner = await story.resident('302');
    const relative = await story.resident('302', 'relative');
    const heir = await story.resident('302', 'heir');
    const tenant = await story.resident('302', 'tenant');
    const proxy = await story.proxy('302');
    expectStatus(await story.officer.transfers('302', ['许志明', '许丽']), 201);

    expect(await formerOwner.tries('for')).toMatchObject({ status: 404, body: { code: 'not_bound' } });
    expect((await heir.tries('for')).status).toBe(404);
    expect((await proxy.tries('302', 'for')).status).toBe(404);
    for (const stranger of [formerOwner, relative, heir]) {
      expect((await stranger.ballotPaper()).status).toBe(404);
      expect(await stranger.household()).toBeUndefined();
    }
    expect((await proxy.ballotPaper('302')).status).toBe(404);
    expect((await tenant.ballotPaper()).status).toBe(200);
    const { body: letters } = await formerOwner.http.get('/api/my/proxy-authorisations');
    expect(letters.given).toMatchObject([{ state: 'revoked', revokeCause: 'title_transfer' }]);
  });

  it('puts the new owners on the roll, voids the slip, and says who was there before', async () => {
    const story = await opened();
    const url = `/api/stairwells/${story.place.stairwellId}`;
    const slip = await story.officer.http.post(`${url}/slips`, { householdIds: [story.household('302')] });
    const { body } = expectStatus(await story.officer.transfers('302', ['许志明', '许丽'], { note: '二手房' }), 201);
    expect(body).toMatchObject({
      ...{ roomNo: '302', formerOwnerNames: ['业主302'], newOwnerNames: ['许志明', '许丽'], note: '二手房' },
      ...{ documentNumberMasked: '****345号', recordedByName: 'officer-wang', openRoundsWithBallot: [] },
    });
    const { body: roll } = await story.officer.http.get(`${url}/households`);
    const row = roll.find(({ roomNo }: { roomNo: string }) => roomNo === '302');
    expect(row.owners.map(({ name }: { name: string }) => name)).toEqual(['许志明', '许丽']);
    expect(row.slipIssuedAt).toBeNull();
    const bySlip = await api.http(undefined, 'weapp').post('/api/session/slip', {
      ...{ stairwellCode: story.place.code, roomNo: '302', pin: slip.body[0].pin, relation: 'owner', statedName: '某' },
    });
    expect(bySlip.status).toBe(401);
    const stored = await api.dataSource.query('SELECT document_number_sealed::text AS sealed FROM title_transfers');
    expect(JSON.stringify(stored)).not.toContain(Buffer.from('012345').toString('hex'));
  });

  it('lets the old ballot count until the new owner casts, and tells the office of it', async () => {
    const story = await opened();
    await (await story.resident('302')).votes('for');
    const { body } = expectStatus(await story.officer.transfers('302', ['许志明']), 201);
    expect(body.openRoundsWithBallot).toMatchObject([
      { roundId: story.roundId, state: 'open', channel: 'self_service' },
    ]);
    expect((await story.counted()).tally).toMatchObject({ for: { heads: 1 }, against: { heads: 0 } });

    const newOwner = await story.resident('302', 'co_owner');
    await newOwner.votes('against');
    expect((await story.counted()).tally).toMatchObject({ for: { heads: 0 }, against: { heads: 1 } });
    const { body: list } = await story.officer.http.get(`/api/households/${story.household('302')}/title-transfers`);
    expect(list).toMatchObject([{ id: body.id, openRoundsWithBallot: [] }]);
  });

  it('keeps a co-owner who stays the same owner, and the rest of the estate as it is', async () => {
    const story = await StairwellStory.begin(api, { sharedOwner: ['101', '102'] });
    const ownerOf = async (room: string) =>
      (
        await api.dataSource.query('SELECT owner_id FROM ownerships WHERE household_id = $1 ORDER BY position', [
          story.household(room),
        ])
      ).map(({ owner_id: id }: { owner_id: string }) => id);
    const [shared] = await ownerOf('102');
    expectStatus(await story.officer.transfers('101', ['许志明', '业主101']), 201);
    expect((await ownerOf('101'))[1]).toBe(shared);
    expect(await ownerOf('102')).toEqual([shared]);
  });

  it('is safe to repeat, lies in the past, and belongs to the officer of the neighbourhood', async () => {
    const story = await opened();
    const { body } = expectStatus(await story.officer.transfers('302', ['许志明']), 201);
    const again = { id: body.id, transferredOn: body.transferredOn };
    expect((await story.officer.transfers('302', ['许志明'], again)).body).toEqual(body);
    expect((await story.officer.transfers('302', ['别人'], again)).body.code).toBe('id_reused');
    const early = await story.officer.transfers('302', ['许志明'], { transferredOn: story.dayIn(1) });
    expect(early.body.code).toBe('transfer_in_the_future');
    const far = await api.loginAs('officer-far', { remits: [{ town: '莘园镇', neighbourhood: '远方居民区' }] });
    const url = `/api/households/${story.household('302')}/title-transfers`;
    expect((await api.http(far, 'office').get(url)).status).toBe(404);
  });
});
