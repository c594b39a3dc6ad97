import { findingSentence, reportSentences, verifyBundle, type Bundle } from '../src/index.ts';
import { buildBundle, forged, receiptOf, type Happening } from './build-bundle.ts';

describe('a ballot that takes the place of an earlier one', () => {
  const told: Happening[] = [
    { cast: '101', choice: 'for' }, // 2: b1
    { cast: '101', choice: 'against' }, // 3: b2 for b1
    { cast: '102', choice: 'for' }, // 4: b3
    { withdraw: '102' }, // 5: b4
    { cast: '102', choice: 'against' }, // 6: b5, for nothing
    { cast: '201', choice: 'for' }, // 7: b6
    { cast: '201', choice: 'for', witnessed: true }, // 8: b7, for nothing as long as it waits
    { review: 'approve', ballotId: 'b7' }, // 9: now for b6
    { cast: '202', choice: 'for', witnessed: true }, // 10: b8
    { review: 'return', ballotId: 'b8' },
    { cast: '202', choice: 'for' }, // 12: b9, for nothing
    { cast: '301', choice: 'for', witnessed: true }, // 13: b10
    { cast: '301', choice: 'for' }, // 14: b11
    { review: 'approve', ballotId: 'b10' }, // 15: too late to take a place
  ];
  const toItsEnd: Happening[] = [...told, 'close', 'announce'];
  const tally = { for: { heads: 3 }, against: { heads: 2 }, silent: { heads: 1 } };

  it('names it when it counts: at once, or by its approval', async () => {
    const bundle = await buildBundle(toItsEnd);
    const named = bundle.chain.filter(({ payload }) => payload.supersedes !== undefined);
    expect(named.map(({ seq, kind, payload }) => [seq, kind, payload.supersedes])).toEqual([
      [3, 'supersede', 'b1'],
      [9, 'approve', 'b6'],
    ]);
    expect(await verifyBundle(bundle)).toMatchObject({ ok: true, findings: [], ballotCount: 11, tally });
    const seen = await verifyBundle(bundle, { postedHead: bundle.chain[2]!.hash });
    expect(reportSentences(seen)).toContainEqual(expect.stringContaining('第 3 条（有一户改票，'));
  });

  it('is one ballot more in an older chain, which is counted the same', async () => {
    for (const happenings of [told, toItsEnd]) {
      const older = await buildBundle(happenings, 'older');
      expect(older.chain.map(({ kind }) => kind)).not.toContain('supersede');
      expect(await verifyBundle(older)).toMatchObject({ ok: true, findings: [], ballotCount: 11 });
    }
    expect(await verifyBundle(await buildBundle(toItsEnd, 'older'))).toMatchObject({ tally });
  });

  it('is told to the holder of the earlier one’s receipt while the answers are still sealed', async () => {
    const stateIn = async (bundle: Bundle, n: number) =>
      (await verifyBundle(bundle, { receipt: receiptOf(n) })).receipt?.state;
    const bundle = await buildBundle(told);
    expect(await Promise.all([1, 2, 6, 7].map((n) => stateIn(bundle, n)))).toEqual([
      ...['superseded', 'in_force', 'superseded', 'in_force'],
    ]);
    expect(await stateIn(await buildBundle(told, 'older'), 1)).toBe('in_force');
  });

  it.each([
    ['a ballot that nobody cast', 3, { supersedes: 'b99' }],
    ['none', 3, { supersedes: null }],
    ['itself', 3, { supersedes: 'b2' }],
    ['a later one', 3, { supersedes: 'b3' }],
    ['a withdrawal', 6, { kind: 'supersede', supersedes: 'b4' }],
    ['one whose place is taken already', 4, { kind: 'supersede', supersedes: 'b1' }],
    ['one that was returned', 12, { kind: 'supersede', supersedes: 'b8' }],
    ['one that waits', 14, { kind: 'supersede', supersedes: 'b10' }],
    ['one that came after it, by its approval', 15, { supersedes: 'b11' }],
    ['another, while it waits itself', 8, { kind: 'supersede', supersedes: 'b6' }],
    ['another, and is told as a first ballot', 3, { kind: 'ballot' }],
  ])('cannot take the place of %s', async (_, seq, says) => {
    const { findings } = await verifyBundle(await forged(await buildBundle(told), seq, says));
    expect(findings).toContainEqual(expect.objectContaining({ code: 'out_of_order', seq }));
  });

  it.each([
    ['is another door’s', 12, '202', { kind: 'supersede', supersedes: 'b2' }],
    ['is another door’s, by its approval', 9, '201', { supersedes: 'b2' }],
    ['the door had taken back', 6, '102', { kind: 'supersede', supersedes: 'b3' }],
  ])('cannot take the place of one that %s, as is seen once the doors are open', async (_, seq, roomNo, says) => {
    const { findings } = await verifyBundle(await forged(await buildBundle(toItsEnd), seq, says));
    expect(findings.map(findingSentence)).toEqual([
      `记录链第 ${seq} 条说，${roomNo} 室的一张票代替了先前的一张，那一张却不是这一户当时算数的票。`,
    ]);
    expect(await verifyBundle(await forged(await buildBundle(told), seq, says))).toMatchObject({ findings: [] });
  });
});
