import { randomUUID } from 'node:crypto';
import { buildStairwell, startTestApi, type BuiltStairwell, type TestActor, type TestApi } from '../../../test/harness';
import { BindingAccess, BindingsModule } from '.';
import { AccountsModule } from '../accounts';

describe('binding to a household', () => {
  let api: TestApi;
  let stairwell: BuiltStairwell;
  let officer: TestActor;
  beforeAll(async () => {
    api = await startTestApi({ features: [AccountsModule, BindingsModule] });
    stairwell = await buildStairwell(api.dataSource, {
      code: 'CXYA23',
      doors: [
        { roomNo: '101', ownerName: '陈建国', ownerPhone: '13900000101' },
        { roomNo: '102', ownerName: '林秀英', ownerPhone: '13900000102' },
        { roomNo: '201', ownerName: '吴志强' },
        { roomNo: '202', ownerName: '周玉兰' },
      ],
    });
    officer = await api.loginAs('officer-wang');
  });
  afterAll(() => api.stop());

  const slipFor = async (roomNo: string): Promise<string> => {
    const answer = await api
      .http(officer, 'office')
      .post(`/api/stairwells/${stairwell.stairwellId}/slips`, { householdIds: [stairwell.households[roomNo]] });
    return answer.body[0].pin;
  };
  const otherThan = (pin: string) => String((Number(pin) + 1) % 1_000_000).padStart(6, '0');
  const request = (more: object) => ({
    id: randomUUID(),
    stairwellCode: stairwell.code,
    roomNo: '101',
    relation: 'owner',
    method: 'roll_phone',
    statedName: '陈建国',
    ...more,
  });
  const bindingsIn = async (roomNo: string) =>
    api.dataSource.query('SELECT state, method FROM bindings WHERE household_id = $1', [stairwell.households[roomNo]]);

  describe('by the phone on the roll', () => {
    it('offers the doors of one’s own phone, binds at once, and then offers them no more', async () => {
      const chen = await api.loginAs('resident-chen', { phone: '13900000101' });
      expect((await api.http(chen).get('/api/my/roll-matches')).body).toEqual([
        {
          stairwellCode: 'CXYA23',
          estateName: '春晓苑CXYA23',
          buildingName: '1号楼',
          stairwellName: '1号门洞',
          roomNo: '101',
        },
      ]);
      const input = request({});
      const bound = await api.http(chen).post('/api/bindings', input);
      expect(bound).toMatchObject({
        status: 201,
        body: { id: input.id, state: 'approved', relation: 'owner', roomNo: '101' },
      });
      expect((await api.http(chen).get('/api/my/roll-matches')).body).toEqual([]);
    });

    it('answers the same request the same way, and another under its id with 422', async () => {
      const lin = await api.loginAs('resident-lin', { phone: '13900000102' });
      const input = request({ roomNo: '102', statedName: '林秀英' });
      const first = await api.http(lin).post('/api/bindings', input);
      const again = await api.http(lin).post('/api/bindings', input);
      expect(again.body).toEqual(first.body);
      const other = await api.http(lin).post('/api/bindings', { ...input, relation: 'heir' });
      expect(other).toMatchObject({ status: 422, body: { code: 'id_reused' } });
      expect(await bindingsIn('102')).toHaveLength(1);
    });

    it('refuses a phone that stands at another door, and suggests the other ways', async () => {
      const stranger = await api.loginAs('resident-stranger', { phone: '13900000777' });
      const refused = await api.http(stranger).post('/api/bindings', request({ roomNo: '201' }));
      expect(refused).toMatchObject({ status: 403, body: { code: 'phone_not_on_roll' } });
      expect(refused.body.title).toContain('纸条');
      expect(await bindingsIn('201')).toEqual([]);
    });
  });

  describe('by the office’s slip', () => {
    const withSlip = (pin: string, more: object = {}) =>
      api.http(undefined, 'weapp').post('/api/session/slip', {
        stairwellCode: stairwell.code,
        roomNo: '201',
        pin,
        relation: 'owner',
        statedName: '吴志强',
        ...more,
      });

    it('signs in and binds in one step, and finds the same person again on another device', async () => {
      const pin = await slipFor('201');
      const first = await withSlip(pin);
      expect(first).toMatchObject({
        status: 200,
        body: { account: { role: 'resident', displayName: '吴志强', phoneMasked: null } },
      });
      const again = await withSlip(pin, { roomNo: '２０１室', stairwellCode: 'cxya23' });
      expect(again.body.account.id).toBe(first.body.account.id);
      const spouse = await withSlip(pin, { relation: 'co_owner', statedName: '何小燕' });
      expect(spouse.body.account.id).not.toBe(first.body.account.id);
      expect(await bindingsIn('201')).toHaveLength(2);
    });

    it('says the same for a wrong PIN as for a door that does not exist', async () => {
      const wrongPin = await withSlip(otherThan(await slipFor('201')));
      const noDoor = await withSlip('123456', { roomNo: '901' });
      expect([wrongPin.status, wrongPin.body.title]).toEqual([401, noDoor.body.title]);
    });

    it('locks after five wrong PINs even for the right one, and binds nobody', async () => {
      const pin = await slipFor('202');
      const tries = await Promise.all(Array.from({ length: 9 }, () => withSlip(otherThan(pin), { roomNo: '202' })));
      expect(tries.filter(({ status }) => status === 401)).toHaveLength(5);
      expect((await withSlip(pin, { roomNo: '202' })).status).toBe(429);
      expect(await bindingsIn('202')).toEqual([]);
      api.clock.advanceMinutes(16);
      expect((await withSlip(pin, { roomNo: '202' })).status).toBe(200);
    });

    it('holds back an address that tries PINs from door to door, and nobody else', async () => {
      const pin = await slipFor('101');
      const from = (address: string, tried: string, roomNo = '101') =>
        api.app.inject({
          method: 'POST',
          url: '/api/session/slip',
          remoteAddress: address,
          headers: { 'x-jiati-client': 'h5' },
          payload: {
            stairwellCode: stairwell.code,
            roomNo,
            pin: tried,
            relation: 'relative',
            statedName: '周玉兰',
          },
        });
      for (let tries = 0; tries < 30; tries += 1)
        expect((await from('10.0.0.1', '000000', String(901 + tries))).statusCode).toBe(401);
      expect((await from('10.0.0.1', pin)).statusCode).toBe(429);
      expect((await from('10.0.0.2', pin)).statusCode).toBe(200);
    });

    it('binds someone who is signed in by phone, but not with a wrong PIN', async () => {
      const pin = await slipFor('202');
      const zhou = await api.loginAs('resident-zhou', { phone: '13900000888' });
      const input = request({ roomNo: '202', method: 'slip', statedName: '周玉兰' });
      expect((await api.http(zhou).post('/api/bindings', input)).body.code).toBe('pin_missing');
      const wrong = await api.http(zhou).post('/api/bindings', { ...input, pin: otherThan(pin) });
      expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_pin' } });
      expect((await api.http(zhou).post('/api/bindings', { ...input, pin })).body.state).toBe('approved');
    });
  });

  describe('by the office', () => {
    const review = async (bindingId: string) => {
      const { body } = await api.http(officer, 'office').get('/api/reviews?kind=binding&limit=200');
      for (const item of body.reviews) {
        const [row] = await api.dataSource.query('SELECT binding_id FROM submissions WHERE id = $1', [item.id]);
        if (row.binding_id === bindingId) return item.id as string;
      }
      throw new Error('not in the queue');
    };
    const decide = (id: string, verdict: string, body: object = {}) =>
      api.http(officer, 'office').post(`/api/reviews/${id}/${verdict}`, body);

    it('waits for a second person, is returned with a reason, comes back corrected, and is approved', async () => {
      const heir = await api.loginAs('resident-heir');
      const first = request({ roomNo: '101', method: 'office_check', relation: 'heir', statedName: '陈小明' });
      const pending = await api.http(heir).post('/api/bindings', first);
      expect(pending).toMatchObject({ status: 201, body: { state: 'pending' } });
      const access = api.app.get(BindingAccess);
      const relation = () => access.relationOf(api.dataSource.manager, heir.accountId, stairwell.households['101']!);
      expect(await relation()).toBeNull();

      const reviewId = await review(first.id);
      const detail = await api.http(officer, 'office').get(`/api/reviews/${reviewId}`);
      expect(detail.body.facts).toMatchObject({ statedName: '陈小明', relation: 'heir', ownerNames: ['陈建国'] });
      await decide(reviewId, 'return', { reason: '请带上继承公证书再来一次。' });
      expect(await relation()).toBeNull();
      const reasons = await access.returnReasons(api.dataSource.manager, [first.id]);
      expect(reasons.get(first.id)).toBe('请带上继承公证书再来一次。');

      const second = { ...first, id: randomUUID() };
      expect((await api.http(heir).post('/api/bindings', second)).body).toMatchObject({
        id: first.id,
        state: 'pending',
      });
      await decide(reviewId, 'approve');
      expect(await relation()).toBe('heir');
    });

    it('does not ask twice while it is waiting', async () => {
      const guardian = await api.loginAs('resident-guardian');
      const input = request({ roomNo: '102', method: 'office_check', relation: 'guardian', statedName: '林志远' });
      await api.http(guardian).post('/api/bindings', input);
      const second = await api.http(guardian).post('/api/bindings', { ...input, id: randomUUID() });
      expect(second).toMatchObject({ status: 409, body: { code: 'binding_pending' } });
    });
  });

  it('knows who may vote and hides a household from strangers', async () => {
    const access = api.app.get(BindingAccess);
    expect(['owner', 'co_owner', 'guardian', 'heir'].every((relation) => access.mayVote(relation as 'owner'))).toBe(
      true,
    );
    expect(access.mayVote('tenant') || access.mayVote('relative')).toBe(false);
    const stranger = await api.loginAs('resident-stranger');
    await expect(
      access.assertBound(api.dataSource.manager, stranger.accountId, stairwell.households['101']!),
    ).rejects.toMatchObject({ code: 'not_bound', status: 404 });
  });

  it('says when there is no such door', async () => {
    const stranger = await api.loginAs('resident-stranger');
    const refused = await api.http(stranger).post('/api/bindings', request({ roomNo: '909', method: 'office_check' }));
    expect(refused).toMatchObject({ status: 404, body: { code: 'household_unknown' } });
  });
});
