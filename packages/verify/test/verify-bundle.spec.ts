import { findingSentence, isPrefixOf, reportSentences, verifyBundle, type Bundle } from '../src/index.ts';
import { buildBundle, receiptOf, rehash, type Happening } from './build-bundle.ts';
import { seeded, tamper } from './tamper.ts';

const whileOpen: Happening[] = [
  { cast: '101', choice: 'for' },
  { cast: '102', choice: 'against' },
  { cast: '102', choice: 'for' },
  { cast: '201', choice: 'for', witnessed: true },
  { review: 'approve', ballotId: 'b4' },
  { cast: '202', choice: 'against', witnessed: true },
  { review: 'return', ballotId: 'b5' },
  { cast: '302', choice: 'for' },
  { cast: '301', choice: 'abstain', witnessed: true },
];
const toTheEnd: Happening[] = [...whileOpen, 'close', { review: 'reject', ballotId: 'b7' }, 'announce'];
const copy = (bundle: Bundle): Bundle => JSON.parse(JSON.stringify(bundle)) as Bundle;
const codes = async (...asked: Parameters<typeof verifyBundle>) =>
  (await verifyBundle(...asked)).findings.map(({ code }) => code);

describe('an honest bundle', () => {
  it('while open: the chain holds, and nothing can be counted yet', async () => {
    const seen = await verifyBundle(await buildBundle(whileOpen));
    expect(seen).toMatchObject({ ok: true, findings: [], chain: { count: 10 }, ballotCount: 7, tally: null });
    expect(reportSentences(seen)).toContain('结果还没有公布，每一票都封存着，所以现在只能核对记录链，不能计票。');
  });

  it('once announced: the tally and the verdict come out the same', async () => {
    const seen = await verifyBundle(await buildBundle(toTheEnd));
    expect(seen).toMatchObject({
      ok: true,
      tally: { for: { heads: 4, areaDm2: 24_000 }, silent: { heads: 2 } },
      decision: { verdict: 'approved' },
    });
    expect(seen.doors.map(({ roomNo, choice }) => `${roomNo} ${choice}`)).toEqual([
      ...['101 for', '102 for', '201 for', '202 null', '301 null', '302 for'],
    ]);
    expect(reportSentences(seen).at(-1)).toBe('核对完毕，没有发现被改动的地方。');
  });

  it('an older one is the beginning of a newer one, and a head written down on the way is found', async () => {
    const older = await buildBundle(whileOpen.slice(0, 4));
    const newer = await buildBundle(toTheEnd);
    const { hash, seq } = older.chain.at(-1)!;
    const postedHead = `${seq}: ${hash.slice(0, 4)} ${hash.slice(4, 8).toUpperCase()}`;
    expect(await verifyBundle(newer, { olderBundle: older, postedHead })).toMatchObject({
      ...{ findings: [], older: { count: 5 }, posted: { seq: 5, kind: 'ballot' } },
    });
    expect(await verifyBundle(newer, { postedHead: hash })).toMatchObject({ findings: [], posted: { seq: 5 } });
    expect(await codes(newer, { postedHead: `4:${hash}` })).toEqual(['posted_head_missing']);
    for (const postedHead of ['', '3f2a', '18:', 'xxxxxxxx', '18']) {
      expect(await codes(newer, { postedHead })).toEqual(['posted_head_misread']);
    }
    expect(isPrefixOf(older, newer)).toEqual({ isPrefix: true, count: 5 });
    expect(isPrefixOf(newer, older)).toEqual({ isPrefix: false, finding: { code: 'not_a_prefix', seq: 6 } });
    expect(isPrefixOf({}, newer)).toMatchObject({ isPrefix: false, finding: { code: 'older_malformed' } });
  });

  it('a receipt finds its ballot: sealed while open, with its choice afterwards', async () => {
    const [open, announced] = [await buildBundle(whileOpen), await buildBundle(toTheEnd)];
    const receiptIn = async (bundle: Bundle, n: number) =>
      (await verifyBundle(bundle, { receipt: receiptOf(n).toLowerCase().replaceAll('-', ' ') })).receipt;
    expect(await receiptIn(open, 1)).toMatchObject({ seq: 2, state: 'in_force', choice: null });
    expect(await receiptIn(open, 7)).toMatchObject({ state: 'awaiting_review', channel: 'home_visit' });
    expect(await receiptIn(announced, 1)).toMatchObject({ seq: 2, state: 'counted', choice: 'for' });
    expect(await receiptIn(announced, 2)).toMatchObject({ state: 'superseded', choice: null });
    expect(await receiptIn(announced, 5)).toMatchObject({ state: 'returned', choice: null });
    expect(await codes(open, { receipt: receiptOf(9) })).toEqual(['receipt_unknown']);
    for (const receipt of ['12', receiptOf(1).replace('7K', 'K7'), receiptOf(1).slice(0, -1) + '0']) {
      expect(await codes(open, { receipt })).toEqual(['receipt_misread']);
    }
  });
});

describe('withdrawals and cases', () => {
  const told: Happening[] = [
    { cast: '101', choice: 'for' },
    { withdraw: '101' },
    { cast: '102', choice: 'for' },
    { cast: '102', choice: 'against', held: true },
    { hold: 'b4', caseId: 'c1' },
    { cast: '201', choice: 'for' },
    { withdraw: '201', held: true },
    { hold: 'b6', caseId: 'c2' },
    { cast: '202', choice: 'for' },
    { cast: '202', choice: 'against', witnessed: true },
    { hold: 'b8', caseId: 'c3' },
    { cast: '301', choice: 'for' },
    { withdraw: '301' },
    { cast: '301', choice: 'abstain' },
  ];
  const settled: Happening[] = [
    { settle: 'c1', outcome: 'later', ballotId: 'b4' },
    'close',
    { settle: 'c1', outcome: 'earlier', ballotId: null },
    { settle: 'c2', outcome: 'later', ballotId: 'b6' },
    { settle: 'c3', outcome: 'ask_again', ballotId: 'b8' },
    'announce',
  ];

  it('come out as they were: taken back is silent, the settlement made last holds, asked again is silent', async () => {
    const seen = await verifyBundle(await buildBundle([...told, ...settled]));
    expect(seen).toMatchObject({
      ...{ ok: true, findings: [], ballotCount: 11 },
      tally: { for: { heads: 1 }, against: { heads: 0 }, abstain: { heads: 1 }, silent: { heads: 4 } },
    });
  });

  it('a receipt tells how its ballot stands', async () => {
    const announced = await buildBundle([...told, ...settled]);
    const stateIn = async (bundle: Bundle, n: number) =>
      (await verifyBundle(bundle, { receipt: receiptOf(n) })).receipt?.state;
    expect(await stateIn(announced, 2)).toBe('withdrawal');
    expect(await stateIn(announced, 3)).toBe('counted');
    expect(await stateIn(announced, 4)).toBe('returned');
    expect(await stateIn(announced, 8)).toBe('returned');
    expect(await stateIn(await buildBundle(told), 4)).toBe('awaiting_review');
  });

  it.each([
    ['a settlement of no case', { settle: 'c9', outcome: 'earlier', ballotId: null }],
    ['a settlement for a ballot that is not held in it', { settle: 'c1', outcome: 'later', ballotId: 'b3' }],
    ['a ballot held that counts by itself', { hold: 'b3', caseId: 'c1' }],
    ['a ballot held twice', { hold: 'b4', caseId: 'c2' }],
  ] as [string, Happening][])('%s is out of order', async (_, happening) => {
    const bundle = await buildBundle([...told, happening]);
    const { findings } = await verifyBundle(bundle);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'out_of_order', seq: bundle.chain.length }));
  });

  it('a settlement turned round in an announced round changes the count', async () => {
    const bundle = await buildBundle([...told, ...settled]);
    const last = bundle.chain.findLast(({ payload }) => payload.caseId === 'c1')!;
    Object.assign(last.payload, { outcome: 'later', ballotId: 'b4' });
    const codesFound = await codes(await rehash(bundle));
    expect(codesFound).toEqual(expect.arrayContaining(['disclosure_missing', 'tally_differs']));
  });
});

describe('a bundle that was tampered with', () => {
  it('one character changed in any event names that event', async () => {
    const bundle = await buildBundle(toTheEnd);
    for (const [index, event] of bundle.chain.entries()) {
      for (const field of ['kind', 'at', 'payload', 'previousHash', 'hash'] as const) {
        const changed = copy(bundle);
        const text = JSON.stringify(event[field]);
        const place = text.lastIndexOf('"') - 1;
        const other = text[place] === '1' ? '2' : '1';
        const spoilt: unknown = JSON.parse(text.slice(0, place) + other + text.slice(place + 1));
        Object.assign(changed.chain[index]!, { [field]: spoilt });
        const named = (await verifyBundle(changed)).findings.filter(({ code }) => code === 'chain_broken');
        expect(named).toContainEqual({ code: 'chain_broken', seq: index + 1, why: 'content' });
      }
    }
  });

  it('an event left out, doubled or moved is named, also when every hash was made to fit again', async () => {
    const bundle = await buildBundle(toTheEnd);
    const without = copy(bundle);
    without.chain.splice(3, 1);
    expect((await verifyBundle(without)).findings).toContainEqual({ code: 'chain_broken', seq: 4, why: 'link' });
    expect(await codes(await rehash(without), { olderBundle: bundle })).toContain('not_a_prefix');
    const twice = copy(bundle);
    twice.chain.splice(3, 0, copy(bundle).chain[2]!);
    expect((await verifyBundle(await rehash(twice))).findings).toContainEqual({
      code: 'out_of_order',
      seq: 4,
      kind: 'ballot',
    });
  });

  it('a tail cut off is caught by a head written down elsewhere, and by an older bundle', async () => {
    const bundle = await buildBundle(whileOpen);
    const cut = copy(bundle);
    const last = cut.chain.pop()!;
    expect(await codes(cut)).toEqual([]);
    const seen = await verifyBundle(cut, { postedHead: `10:${last.hash.slice(0, 8)}` });
    expect(seen.findings.map(findingSentence)).toEqual([
      `张贴的校验码 ${last.hash.slice(0, 4)} ${last.hash.slice(4, 8)}（第 10 条）在这份公开包里找不到：末尾被截去了，或者被重写过。这里一共 9 条。`,
    ]);
    expect((await verifyBundle(cut, { olderBundle: bundle })).findings).toEqual([{ code: 'not_a_prefix', seq: 10 }]);
  });

  it('a choice told otherwise does not open its seal, and the room is named', async () => {
    const bundle = await buildBundle(toTheEnd);
    bundle.disclosures[0]!.choice = 'against';
    const { findings } = await verifyBundle(bundle);
    expect(findings).toContainEqual({ code: 'seal_differs', seq: 2, ballotId: 'b1', roomNo: '101', what: 'choice' });
    expect(findings.map(({ code }) => code)).toContain('tally_differs');
  });

  it('a ballot given to another door does not open its seal', async () => {
    const bundle = await buildBundle(toTheEnd);
    bundle.disclosures[0]!.householdId = 'house-301';
    expect((await verifyBundle(bundle)).findings).toContainEqual(
      expect.objectContaining({ code: 'seal_differs', seq: 2, what: 'door' }),
    );
  });

  it('an area, a rule or a text that is not the frozen one is named', async () => {
    const named = async (change: (bundle: Bundle) => void) => {
      const bundle = await buildBundle(whileOpen);
      change(bundle);
      return (await verifyBundle(bundle)).findings;
    };
    expect(await named(({ electorate }) => (electorate[2]!.areaDm2 = 6_001))).toEqual([
      { code: 'opening_differs', what: 'electorateHash' },
    ]);
    expect(await named((bundle) => (bundle.ruleset = { ...bundle.ruleset, name: '别的规则' }))).toEqual([
      { code: 'opening_differs', what: 'rulesetHash' },
    ]);
    expect(await named(({ round }) => (round.statement = '是否同意出资？'))).toEqual([
      { code: 'opening_differs', what: 'motionHash' },
    ]);
    expect(await named(({ round }) => (round.costTableHash = 'd'.repeat(64)))).toEqual([
      { code: 'opening_differs', what: 'costTableHash' },
    ]);
  });

  it('another verdict, also one written into the chain by somebody who owns it, is not what the ballots say', async () => {
    const bundle = await buildBundle(toTheEnd);
    bundle.decision!.verdict = 'rejected';
    bundle.chain.at(-1)!.payload.verdict = 'rejected';
    expect((await verifyBundle(await rehash(bundle))).findings).toContainEqual({
      code: 'verdict_differs',
      announced: 'rejected',
      counted: 'approved',
    });
  });

  it('a ballot taken in after the close does not belong there', async () => {
    const bundle = await buildBundle([...whileOpen.slice(0, 3), 'close', { cast: '301', choice: 'for' }]);
    expect((await verifyBundle(bundle)).findings).toEqual([{ code: 'out_of_order', seq: 6, kind: 'ballot' }]);
  });

  it('answers given away before the result is announced are a finding of their own', async () => {
    const bundle = await buildBundle(whileOpen);
    bundle.disclosures = (await buildBundle(toTheEnd)).disclosures;
    expect(await codes(bundle)).toEqual(['disclosed_early']);
  });

  it('two hundred random tamperings are all found', async () => {
    const honest = await buildBundle(toTheEnd);
    const seed = Date.now() % 1_000_000_007;
    const random = seeded(seed);
    for (let round = 0; round < 200; round += 1) {
      const bundle = copy(honest);
      const what = tamper(bundle, random);
      expect({ seed, round, what, ok: (await verifyBundle(bundle)).ok }).toEqual({ seed, round, what, ok: false });
    }
  });

  it.each([null, 7, 'bundle', [], {}, { format: 'jiati-bundle', version: 2 }, { format: 'jiati-bundle', version: 1 }])(
    'what is no bundle is said to be none: %j',
    async (value) => {
      expect(await codes(value)).toEqual(['malformed']);
    },
  );
});
