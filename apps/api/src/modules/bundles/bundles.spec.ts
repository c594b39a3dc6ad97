import { verifyBundle, type Bundle } from '@jiati/verify';
import { startTestApi, type TestApi } from '../../../test/harness';
import { rowsRead } from '../../../test/harness/rows-read';
import { expectStatus, StairwellStory } from '../../../test/stories/stairwell-story';
import { Vault } from '../../platform/vault';

describe('the public bundle of a round', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  const bundleOf = async (story: StairwellStory): Promise<Bundle> =>
    expectStatus(await api.http().get(`/api/public/rounds/${story.roundId}/bundle`), 200).body as Bundle;
  const opened = async (sketch: Parameters<typeof StairwellStory.begin>[1] = {}) =>
    (await StairwellStory.begin(api, sketch)).opens();

  it('is checked by the verifier alone: chain while open, tally and verdict once announced', async () => {
    const story = await opened({ sharedOwner: ['601', '602'], areas: { '101': 5_999 } });
    await story.vote('for', '101', '102', '201', '202', '301', '302', '401');
    await story.vote('against', '401');
    const chen = await story.volunteer();
    await story.officer.approves(await chen.takes('402', 'for'));
    await story.officer.decides(await chen.takes('501', 'for'), 'return', { reason: '签名看不清' });
    const older = await bundleOf(story);
    expect(await verifyBundle(older)).toMatchObject({ ok: true, findings: [], ballotCount: 10, tally: null });

    await story.officer.closes();
    const { decision } = await story.officer.announces();
    const newer = await bundleOf(story);
    const { head } = (await story.publicPage()).body.round.chain;
    const seen = await verifyBundle(newer, { olderBundle: older, postedHead: head });
    expect(seen.findings).toEqual([]);
    expect(seen.decision).toEqual(decision);
    expect(seen.about).toEqual({ place: `春晓苑${story.place.code} 1号楼 1号门洞`, title: '加装电梯意愿征询' });
  });

  it('also when an owner’s two flats disagree and an area is unknown', async () => {
    const story = await opened({ sharedOwner: ['601', '602'], areas: { '502': null } });
    await story.vote('for', ...Object.keys(story.place.households).filter((room) => room !== '602'));
    await story.vote('against', '602');
    await story.officer.closes();
    await story.officer.announces();
    const seen = await verifyBundle(await bundleOf(story));
    expect(seen).toMatchObject({ ok: true, findings: [], decision: { verdict: 'undetermined' } });
    expect(seen.tally?.held).toHaveLength(1);
  });

  it('tells while open neither a choice nor which doors have answered', async () => {
    const story = await opened();
    await story.vote('against', '101');
    await story.vote('for', '102');
    const bundle = await bundleOf(story);
    expect(bundle).toMatchObject({ disclosures: [], decision: null, round: { state: 'open' } });
    const told = JSON.stringify(bundle.chain);
    for (const householdId of Object.values(story.place.households)) expect(told).not.toContain(householdId);
    expect(told).not.toMatch(/"(for|against|abstain)"|salt|tally/i);
    const secrets: { secret: string }[] = await api.dataSource.query(
      `SELECT unnest(ARRAY[v.receipt_code, v.content_hash, v.recorded_by::text, k.salts->>'door', k.salts->>'choice']) AS secret
         FROM ballots v JOIN chain_events k ON k.payload->>'ballotId' = v.id::text WHERE v.round_id = $1`,
      [story.roundId],
    );
    expect(secrets).toHaveLength(10);
    for (const { secret } of secrets) expect(JSON.stringify(bundle)).not.toContain(secret);
    // closed is not announced
    await story.officer.closes();
    expect(await bundleOf(story)).toMatchObject({ disclosures: [], decision: null, round: { state: 'closed' } });
  });

  it('never tells a replaced or returned choice, a name or a telephone', async () => {
    const story = await opened();
    await story.vote('against', '101');
    await story.vote('for', '101');
    await story.officer.decides(await (await story.volunteer()).takes('102', 'against'), 'reject', {
      reason: '不是本人',
    });
    await story.officer.closes();
    await story.officer.announces();
    const bundle = await bundleOf(story);
    expect(bundle.disclosures.map(({ choice }) => choice)).toEqual([null, 'for', null]);
    const names: { id: string; owner: string; sealed: Buffer | null }[] = await api.dataSource.query(
      `SELECT o.id, o.name AS owner, o.phone_sealed AS sealed FROM owners o JOIN ownerships s ON s.owner_id = o.id WHERE s.household_id = ANY($1)`,
      [Object.values(story.place.households)],
    );
    expect(names).toHaveLength(12);
    const told = JSON.stringify(bundle);
    for (const { id, owner, sealed } of names) {
      const phone = api.app.get(Vault).openPhone('owners.phone', id, sealed);
      expect(told).not.toContain(owner);
      if (phone !== null) expect(told).not.toContain(phone);
    }
    expect(told).not.toMatch(/\b1[3-9]\d{9}\b|ownerName|displayName|signerName|receiptCode/);
  });

  it('leads from a receipt to its ballot', async () => {
    const story = await opened();
    const { ballot } = await (await story.resident('302')).votes('for');
    const sealed = await verifyBundle(await bundleOf(story), { receipt: ballot.receiptCode });
    expect(sealed).toMatchObject({ ok: true, receipt: { seq: 2, state: 'in_force', choice: null } });
    await story.officer.closes();
    await story.officer.announces();
    const { receipt } = await verifyBundle(await bundleOf(story), { receipt: ballot.receiptCode });
    expect(receipt).toMatchObject({ seq: 2, state: 'counted', choice: 'for', channel: 'self_service' });
  });

  it('is sent anew only when it says something else', async () => {
    const story = await opened({ rooms: ['101', '102'] });
    const url = `/api/public/rounds/${story.roundId}/bundle`;
    const asks = async (known?: string) => {
      const { status, headers } = await api.http().get(url, known === undefined ? {} : { 'if-none-match': known });
      return { status, etag: String(headers.etag) };
    };
    let { etag } = await asks();
    const moves: [string, () => Promise<unknown>][] = [
      ['a ballot', () => story.vote('for', '101')],
      ['another', () => story.vote('against', '102')],
      ['the close', () => story.officer.closes()],
      ['the result', () => story.officer.announces()],
    ];
    for (const [what, move] of moves) {
      const { result: again, rows } = await rowsRead(api.dataSource, () => asks(`W/${etag}`));
      expect({ what, ...again, rows }).toEqual({ what, status: 304, etag, rows: 1 });
      await move();
      const now = await asks(etag);
      expect({ what, ...now }).toEqual({ what, status: 200, etag: expect.not.stringContaining(etag) });
      etag = now.etag;
    }
  });

  it('of a void round is its chain alone; a draft has none', async () => {
    const story = await opened();
    await story.vote('for', '101');
    await story.officer.moves('void', { reason: '方案有变' });
    const bundle = await bundleOf(story);
    expect(await verifyBundle(bundle)).toMatchObject({ ok: true, chain: { count: 3 } });
    expect(bundle.disclosures).toEqual([]);
    const draft = await StairwellStory.begin(api);
    await draft.officer.drafts(draft.draftFields());
    expect((await api.http().get(`/api/public/rounds/${draft.roundId}/bundle`)).status).toBe(404);
  });
});
