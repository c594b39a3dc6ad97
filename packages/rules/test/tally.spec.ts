import fc from 'fast-check';
import { tally, type CountedBallot, type Entitlement, type Tally } from '../src/index.ts';
import { anyRound, ballotsOf, electorateOf, refusalOf, valueOf } from './support/builders.ts';

const count = (electorate: string, ballots: string): Tally =>
  valueOf(tally(electorateOf(electorate), ballotsOf(ballots)));
const nothing = { heads: 0, areaDm2: 0 };

test('each answer is counted by heads and by area; abstaining takes part, silence does not', () => {
  expect(count('101:a:5230 102:b:6145 201:c:5230 202:d:6000', '101:for 102:against 201:abstain')).toEqual({
    electorate: { heads: 4, areaDm2: 22605 },
    participating: { heads: 3, areaDm2: 16605 },
    for: { heads: 1, areaDm2: 5230 },
    against: { heads: 1, areaDm2: 6145 },
    abstain: { heads: 1, areaDm2: 5230 },
    silent: { heads: 1, areaDm2: 6000 },
    boundSilent: { forAreaDm2: 0, otherAreaDm2: 0 },
    unknownArea: [],
    held: [],
  });
});

describe('an owner of two households', () => {
  test('is one head for both', () => {
    const { participating, for: inFavour } = count('601:zhao:5230 602:zhao:6145', '601:for 602:for');
    expect([participating, inFavour]).toEqual([
      { heads: 1, areaDm2: 11375 },
      { heads: 1, areaDm2: 11375 },
    ]);
  });

  test('who answered for one only takes part with that one; the other can only repeat it', () => {
    const counted = count('601:zhao:5230 602:zhao:6145 501:qian:4000 502:qian:3000 401:wu:1000', '601:for 502:abstain');
    expect(counted.participating).toEqual({ heads: 2, areaDm2: 8230 });
    expect(counted.silent).toEqual({ heads: 1, areaDm2: 11145 });
    expect(counted.boundSilent).toEqual({ forAreaDm2: 6145, otherAreaDm2: 4000 });
  });

  test('who says two things is held, named and not counted; a third household of his stays silent', () => {
    const counted = count('601:zhao:5230 602:zhao:6145 603:zhao:1000 101:li:5000', '602:against 601:for 101:for');
    expect(counted.held).toEqual([
      { headKey: 'zhao', householdIds: ['601', '602'], choices: ['for', 'against'], areaDm2: 11375 },
    ]);
    expect(counted.electorate).toEqual({ heads: 2, areaDm2: 17375 });
    expect(counted.participating).toEqual({ heads: 1, areaDm2: 5000 });
    expect(counted.against).toEqual(nothing);
    expect(counted.silent).toEqual({ heads: 0, areaDm2: 1000 });
    expect(counted.boundSilent).toEqual({ forAreaDm2: 0, otherAreaDm2: 0 });
  });
});

test('two ballots of one household that agree count once', () => {
  expect(count('402:ex:6145 101:a:5000', '402:for 402:for').for).toEqual({ heads: 1, areaDm2: 6145 });
});

test('two ballots of one household that differ are held', () => {
  expect(count('402:ex:6145 101:a:5000', '402:abstain 402:against').held).toEqual([
    { headKey: 'ex', householdIds: ['402'], choices: ['against', 'abstain'], areaDm2: 6145 },
  ]);
});

test('an unknown area is named and left out of the sums; the head still counts', () => {
  const counted = count('101:a:? 102:b:6000 201:c:?', '101:for');
  expect(counted.unknownArea).toEqual(['101', '201']);
  expect(counted.electorate).toEqual({ heads: 3, areaDm2: 6000 });
  expect(counted.for).toEqual({ heads: 1, areaDm2: 0 });
  expect(counted.silent).toEqual({ heads: 2, areaDm2: 6000 });
});

describe('what cannot be counted is refused with the field', () => {
  const line: Entitlement = { householdId: '1', headKey: 'a', areaDm2: 6000 };
  const half = { ...line, areaDm2: 600_000_000_000 };
  test.each<[string, unknown, unknown, string[]]>([
    ['no household at all', [], [], ['empty electorate']],
    ['no list', null, [], ['not_a_list electorate']],
    ['a line that is none', [7], [], ['not_an_object electorate[0]']],
    ['a household twice', [line, line], [], ['duplicate electorate[1].householdId']],
    ['a household of nobody', [{ ...line, headKey: '' }], [], ['empty electorate[0].headKey']],
    ['a negative area', [{ ...line, areaDm2: -1 }], [], ['too_small electorate[0].areaDm2']],
    ['an area of zero', [{ ...line, areaDm2: 0 }], [], ['too_small electorate[0].areaDm2']],
    ['areas too large to add up', [half, { ...half, householdId: '2' }], [], ['too_large electorate']],
    [
      'a ballot of a stranger',
      [line],
      [{ householdId: '9', choice: 'for' }],
      ['unknown_household ballots[0].householdId'],
    ],
    ['an unknown choice', [line], [{ householdId: '1', choice: 'maybe' }], ['unknown_choice ballots[0].choice']],
    ['ballots that are no list', [line], {}, ['not_a_list ballots']],
    ['a ballot that is none', [line], [null], ['not_an_object ballots[0]']],
  ])('%s', (_, electorate, ballots, problems) => {
    expect(refusalOf(tally(electorate as Entitlement[], ballots as CountedBallot[]))).toEqual(problems);
  });

  test('areas may add up to exactly the limit', () => {
    const limit = { ...line, areaDm2: 500_000_000_000 };
    expect(tally([limit, { ...limit, householdId: '2' }], []).ok).toBe(true);
  });
});

describe('whatever the round', () => {
  test('the order of households and of ballots makes no difference', () => {
    const anyShuffledRound = anyRound(10, 6).chain(({ electorate, ballots }) =>
      fc.record({
        electorate: fc.constant(electorate),
        ballots: fc.constant(ballots),
        shuffledElectorate: fc.shuffledSubarray(electorate, { minLength: electorate.length }),
        shuffledBallots: fc.shuffledSubarray(ballots, { minLength: ballots.length }),
      }),
    );
    fc.assert(
      fc.property(anyShuffledRound, ({ electorate, ballots, shuffledElectorate, shuffledBallots }) => {
        const { held, ...numbers } = valueOf(tally(electorate, ballots));
        const { held: heldToo, ...sameNumbers } = valueOf(tally(shuffledElectorate, shuffledBallots));
        expect(sameNumbers).toEqual(numbers);
        expect(heldToo.map(({ headKey }) => headKey).sort()).toEqual(held.map(({ headKey }) => headKey).sort());
      }),
    );
  });

  test('nobody is lost: for, against, abstaining, silent and held make up the electorate', () => {
    fc.assert(
      fc.property(anyRound(12, 8), ({ electorate, ballots }) => {
        const counted = valueOf(tally(electorate, ballots));
        const { participating, silent, held } = counted;
        const heldAreaDm2 = held.reduce((sum, { areaDm2 }) => sum + areaDm2, 0);
        expect(participating.heads + silent.heads + held.length).toBe(counted.electorate.heads);
        expect(participating.areaDm2 + silent.areaDm2 + heldAreaDm2).toBe(counted.electorate.areaDm2);
        expect(counted.electorate.heads).toBe(new Set(electorate.map(({ headKey }) => headKey)).size);
      }),
    );
  });
});
