import { instalments, lateJoiner, shanghaiSubsidy2020, subsidyOf, type BuyIn } from '../src/index.ts';
import { refusalOf, valueOf } from './support/builders.ts';

describe('a subsidy by ratio, with a cap', () => {
  test.each([
    ['below the cap', 50_000_000, 20_000_000],
    ['the cap is reached at 700,000 yuan', 70_000_000, 28_000_000],
    ['one fen less, rounded down', 69_999_999, 27_999_999],
    ['above it nothing more is paid', 75_000_000, 28_000_000],
    ['nothing spent', 0, 0],
  ])('%s', (_, eligibleFen, subsidyFen) => {
    expect(valueOf(subsidyOf(shanghaiSubsidy2020, eligibleFen))).toBe(subsidyFen);
  });

  test('Shanghai’s is not confirmed, and says so', () => expect(shanghaiSubsidy2020.verified).toBe(false));

  test.each([
    [{ numerator: 3, denominator: 2 }, ['too_large rule.numerator']],
    [{ denominator: 0, numerator: 0 }, ['too_small rule.denominator']],
    [{ denominator: 1001 }, ['too_large rule.denominator']],
    [{ numerator: -1 }, ['too_small rule.numerator']],
    [{ capFen: -1 }, ['too_small rule.capFen']],
  ])('a rule that means nothing: %j', (change, problems) => {
    expect(refusalOf(subsidyOf({ ...shanghaiSubsidy2020, ...change }, 1))).toEqual(problems);
  });

  test('a negative amount', () =>
    expect(refusalOf(subsidyOf(shanghaiSubsidy2020, -1))).toEqual(['too_small eligibleFen']));

  test('a ratio of nothing and of everything', () => {
    expect(valueOf(subsidyOf({ ...shanghaiSubsidy2020, numerator: 0 }, 100))).toBe(0);
    expect(valueOf(subsidyOf({ ...shanghaiSubsidy2020, numerator: 1000, denominator: 1000 }, 100))).toBe(100);
  });
});

describe('instalments', () => {
  const schedule = [
    { name: 'signing', weight: 30 },
    { name: 'shaft', weight: 50 },
    { name: 'acceptance', weight: 20 },
  ];

  test('sum to the share, the leftover fen going to the largest remainder', () => {
    expect(valueOf(instalments(2_303_922, schedule))).toEqual([
      { name: 'signing', amountFen: 691_177 },
      { name: 'shaft', amountFen: 1_151_961 },
      { name: 'acceptance', amountFen: 460_784 },
    ]);
  });

  test.each<[string, number, unknown, string[]]>([
    ['a negative share', -1, schedule, ['too_small amountFen']],
    ['no schedule', 1, [], ['empty schedule']],
    ['an instalment without name', 1, [{ name: '', weight: 1 }], ['empty schedule[0].name']],
    ['an instalment of nothing', 1, [{ name: 'a', weight: 0 }], ['too_small schedule[0].weight']],
    ['a weight without bounds', 1, [{ name: 'a', weight: 1_000_001 }], ['too_large schedule[0].weight']],
    ['an instalment that is none', 1, ['a'], ['not_an_object schedule[0]']],
  ])('%s', (_, amountFen, wrong, problems) => {
    expect(refusalOf(instalments(amountFen, wrong as typeof schedule))).toEqual(problems);
  });
});

describe('who joins later', () => {
  const input: BuyIn = {
    originalShareFen: 4_700_000,
    lifeMonths: 180,
    usedMonths: 36,
    upkeepFen: 90_000,
    holders: [
      { householdId: '301', paidFen: 3_133_333 },
      { householdId: '401', paidFen: 4_700_000 },
      { householdId: '501', paidFen: 0 },
    ],
  };

  test('pays the share less depreciation plus upkeep, to those who paid before, by what they paid', () => {
    expect(valueOf(lateJoiner(input))).toEqual({
      depreciationFen: 940_000,
      priceFen: 3_850_000,
      payments: [
        { householdId: '301', amountFen: 1_540_000 },
        { householdId: '401', amountFen: 2_310_000 },
        { householdId: '501', amountFen: 0 },
      ],
    });
  });

  test('past the agreed life only the upkeep is left', () => {
    expect(valueOf(lateJoiner({ ...input, usedMonths: 181 }))).toMatchObject({
      depreciationFen: 4_700_000,
      priceFen: 90_000,
    });
    expect(valueOf(lateJoiner({ ...input, usedMonths: 179 }))).toMatchObject({ depreciationFen: 4_673_888 });
  });

  test.each<[string, Partial<Record<keyof BuyIn, unknown>>, string[]]>([
    ['a negative share', { originalShareFen: -1 }, ['too_small originalShareFen']],
    ['no life at all', { lifeMonths: 0 }, ['too_small lifeMonths']],
    ['a life of more than a century', { lifeMonths: 1201 }, ['too_large lifeMonths']],
    ['negative use', { usedMonths: -1 }, ['too_small usedMonths']],
    ['use of more than a century', { usedMonths: 1201 }, ['too_large usedMonths']],
    ['negative upkeep', { upkeepFen: -1 }, ['too_small upkeepFen']],
    ['nobody to receive it', { holders: [] }, ['empty holders']],
    ['nobody who paid', { holders: [{ householdId: '1', paidFen: 0 }] }, ['nobody_pays holders']],
    [
      'a payment that is none',
      { holders: [{ householdId: '1', paidFen: '5' }] },
      ['not_an_integer holders[0].paidFen'],
    ],
    ['a holder without id', { holders: [{ householdId: '', paidFen: 5 }] }, ['empty holders[0].householdId']],
    [
      'payments that no longer add up exactly',
      { holders: Array.from({ length: 1001 }, (_, i) => ({ householdId: `h${i}`, paidFen: 1_000_000_000_000 })) },
      ['too_large holders'],
    ],
  ])('%s', (_, change, problems) => {
    expect(refusalOf(lateJoiner({ ...input, ...change } as BuyIn))).toEqual(problems);
  });

  test('the limits themselves are accepted', () => {
    expect(lateJoiner({ ...input, lifeMonths: 1200, usedMonths: 1200 }).ok).toBe(true);
    expect(lateJoiner({ ...input, lifeMonths: 1, usedMonths: 0 }).ok).toBe(true);
    const holders = Array.from({ length: 1000 }, (_, i) => ({ householdId: `h${i}`, paidFen: 1_000_000_000_000 }));
    expect(lateJoiner({ ...input, holders }).ok).toBe(true);
  });
});
