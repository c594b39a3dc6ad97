import fc from 'fast-check';
import {
  costShares,
  type CostFormula,
  type CostHousehold,
  type CostShares,
  type CostSharingInput,
} from '../src/index.ts';
import { readVector, refusalOf, valueOf, runs } from './support/builders.ts';

interface CostCase {
  title: string;
  input: CostSharingInput;
  netFen: number;
  amountsFen: number[];
}

const sumOf = ({ shares }: CostShares): number => shares.reduce((sum, { amountFen }) => sum + amountFen, 0);
const household = (householdId: string, floor: number, areaDm2: number | null = 6000): CostHousehold => ({
  householdId,
  floor,
  areaDm2,
});
const threeFloors = [household('101', 1), household('201', 2), household('202', 2, 7000), household('301', 3)];

describe('published cases', () => {
  test.each(readVector<CostCase[]>('cost-shares'))('$title', ({ input, netFen, amountsFen }) => {
    const shared = valueOf(costShares(input));
    expect(shared.shares.map(({ amountFen }) => amountFen)).toEqual(amountsFen);
    expect(shared.netFen).toBe(netFen);
    expect(sumOf(shared)).toBe(netFen);
  });
});

describe('every share says why', () => {
  const sharesFor = (formula: CostFormula, more: Partial<CostSharingInput> = {}) =>
    valueOf(costShares({ totalFen: 1000, households: threeFloors, formula, ...more }));

  test('by floor coefficient: the ground floor pays nothing because its coefficient is nil, and a leftover fen is shown', () => {
    const coefficients = [
      { floor: 1, weight: 0 },
      { floor: 2, weight: 5 },
      { floor: 3, weight: 10 },
      { floor: 4, weight: 12 },
    ];
    expect(sharesFor({ method: 'floor_coefficient', coefficients }, { totalFen: 1001, otherFundsFen: 0 })).toEqual({
      totalFen: 1001,
      subsidyFen: 0,
      otherFundsFen: 0,
      netFen: 1001,
      weightTotal: 20,
      shares: [
        {
          householdId: '101',
          floor: 1,
          amountFen: 0,
          reasons: {
            nil: 'weight_zero',
            weight: 0,
            factors: [{ factor: 'floor_coefficient', amount: 0 }],
            roundedUp: false,
          },
        },
        {
          householdId: '201',
          floor: 2,
          amountFen: 250,
          reasons: { nil: null, weight: 5, factors: [{ factor: 'floor_coefficient', amount: 5 }], roundedUp: false },
        },
        {
          householdId: '202',
          floor: 2,
          amountFen: 250,
          reasons: { nil: null, weight: 5, factors: [{ factor: 'floor_coefficient', amount: 5 }], roundedUp: false },
        },
        {
          householdId: '301',
          floor: 3,
          amountFen: 501,
          reasons: { nil: null, weight: 10, factors: [{ factor: 'floor_coefficient', amount: 10 }], roundedUp: true },
        },
      ],
    });
  });

  test('a floor that pays nothing and a household that pays nothing by agreement are told apart', () => {
    const households = [...threeFloors.slice(0, 3), { ...household('301', 3), exempt: true }];
    const { shares } = sharesFor({ method: 'equal' }, { households, nilFloors: [1] });
    expect(shares.map(({ amountFen, reasons }) => [amountFen, reasons.nil])).toEqual([
      [0, 'nil_floor'],
      [500, null],
      [500, null],
      [0, 'exempt'],
    ]);
    expect(shares[0]?.reasons).toEqual({ nil: 'nil_floor', weight: 0, factors: [], roundedUp: false });
  });

  const factorsOf = (formula: CostFormula) => sharesFor(formula).shares.map(({ reasons }) => reasons.factors);

  test('coefficient and area', () => {
    const coefficients = [1, 2, 3].map((floor) => ({ floor, weight: floor * 10 }));
    const { shares, weightTotal } = sharesFor({ method: 'floor_and_area', coefficients });
    expect(shares[2]?.reasons).toMatchObject({
      weight: 140_000,
      factors: [
        { factor: 'floor_coefficient', amount: 20 },
        { factor: 'area_dm2', amount: 7000 },
      ],
    });
    expect(weightTotal).toBe(60_000 + 120_000 + 140_000 + 180_000);
  });

  test('area, floors climbed, equal', () => {
    expect(factorsOf({ method: 'area' })[2]).toEqual([{ factor: 'area_dm2', amount: 7000 }]);
    expect(factorsOf({ method: 'floors_climbed' })[3]).toEqual([{ factor: 'floors_climbed', amount: 2 }]);
    expect(factorsOf({ method: 'equal' })[0]).toEqual([{ factor: 'equal', amount: 1 }]);
  });

  test('storeys: how many share each storey below', () => {
    expect(factorsOf({ method: 'storeys_shared' })).toEqual([
      [],
      [{ factor: 'households_sharing_storey', amount: 3 }],
      [{ factor: 'households_sharing_storey', amount: 3 }],
      [
        { factor: 'households_sharing_storey', amount: 3 },
        { factor: 'households_sharing_storey', amount: 1 },
      ],
    ]);
  });

  test('percentages: the floor and how many share it', () => {
    const percentages = [
      { floor: 1, weight: 0 },
      { floor: 2, weight: 4000 },
      { floor: 3, weight: 6000 },
    ];
    const { shares } = sharesFor({ method: 'floor_percentages', percentages });
    expect(shares.map(({ amountFen }) => amountFen)).toEqual([0, 200, 200, 600]);
    expect(shares[1]?.reasons.factors).toEqual([
      { factor: 'floor_percentage_hundredths', amount: 4000 },
      { factor: 'households_sharing_floor', amount: 2 },
    ]);
  });

  test('measured', () => {
    const counts = threeFloors.map(({ householdId }, i) => ({ householdId, count: i }));
    expect(factorsOf({ method: 'measured', counts })[3]).toEqual([{ factor: 'measured', amount: 3 }]);
  });
});

test('where subsidy and other funds pay for everything, nobody pays, and that is no mistake', () => {
  const input = {
    totalFen: 100,
    subsidyFen: 60,
    otherFundsFen: 40,
    households: threeFloors,
    formula: { method: 'equal' as const },
  };
  expect(valueOf(costShares(input))).toMatchObject({ netFen: 0, subsidyFen: 60, otherFundsFen: 40 });
});

test('a storey above those who pay is nobody’s', () => {
  const households = [household('201', 2), household('301', 3), { ...household('401', 4), exempt: true }];
  const shared = valueOf(costShares({ totalFen: 400, households, formula: { method: 'storeys_shared' } }));
  expect(shared.shares.map(({ amountFen }) => amountFen)).toEqual([100, 300, 0]);
});

describe('what cannot be shared is refused with the field', () => {
  const equal: CostFormula = { method: 'equal' };
  const input: CostSharingInput = { totalFen: 1000, households: threeFloors, formula: equal };
  const twoFloors = [
    { floor: 1, weight: 1 },
    { floor: 2, weight: 1 },
  ];
  const percent = (...weights: number[]): CostFormula => ({
    method: 'floor_percentages',
    percentages: weights.map((weight, i) => ({ floor: i + 1, weight })),
  });
  const everyFloorPrime = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37].flatMap((count, floor) =>
    Array.from({ length: count }, (_, i) => household(`${floor + 1}-${i}`, floor + 1)),
  );
  test.each<[string, Partial<Record<keyof CostSharingInput, unknown>>, string[]]>([
    ['a negative cost', { totalFen: -1 }, ['too_small totalFen']],
    ['half a fen', { totalFen: 0.5 }, ['not_an_integer totalFen']],
    ['a cost as text', { totalFen: '1000' }, ['not_an_integer totalFen']],
    ['more subsidy than cost', { subsidyFen: 1001 }, ['too_large subsidyFen']],
    ['more funds than is left', { subsidyFen: 600, otherFundsFen: 401 }, ['too_large otherFundsFen']],
    ['negative funds', { otherFundsFen: -1 }, ['too_small otherFundsFen']],
    ['no household', { households: [] }, ['empty households']],
    ['households that are none', { households: [null] }, ['not_an_object households[0]']],
    [
      'a household twice',
      { households: [household('1', 1), household('1', 2)] },
      ['duplicate households[1].householdId'],
    ],
    ['a household without id', { households: [household('', 1)] }, ['empty households[0].householdId']],
    ['a floor below the ground', { households: [household('1', 0)] }, ['too_small households[0].floor']],
    ['a floor in the clouds', { households: [household('1', 201)] }, ['too_large households[0].floor']],
    ['an area of zero', { households: [household('1', 1, 0)] }, ['too_small households[0].areaDm2']],
    ['an area without bounds', { households: [household('1', 1, 1_000_000_001)] }, ['too_large households[0].areaDm2']],
    ['nil floors that are no list', { nilFloors: 1 }, ['not_a_list nilFloors']],
    ['no formula', { formula: undefined }, ['not_an_object formula']],
    ['a formula that is null', { formula: null }, ['not_an_object formula']],
    ['an unknown formula', { formula: { method: 'by_mood' } }, ['unknown_value formula.method']],
    [
      'a floor without coefficient',
      { formula: { method: 'floor_coefficient', coefficients: twoFloors } },
      ['missing_floor formula.coefficients'],
    ],
    [
      'a floor with two coefficients',
      {
        formula: {
          method: 'floor_and_area',
          coefficients: [...twoFloors, { floor: 3, weight: 1 }, { floor: 2, weight: 9 }],
        },
      },
      ['duplicate formula.coefficients[3].floor'],
    ],
    [
      'a negative coefficient',
      { formula: { method: 'floor_coefficient', coefficients: [...twoFloors, { floor: 3, weight: -1 }] } },
      ['too_small formula.coefficients[2].weight'],
    ],
    [
      'a coefficient without bounds',
      { formula: { method: 'floor_coefficient', coefficients: [...twoFloors, { floor: 3, weight: 1_000_001 }] } },
      ['too_large formula.coefficients[2].weight'],
    ],
    [
      'coefficients that are no list',
      { formula: { method: 'floor_coefficient' }, households: [household('1', 1)] },
      ['not_a_list formula.coefficients', 'missing_floor formula.coefficients'],
    ],
    [
      'an unknown area where it is needed',
      { formula: { method: 'area' }, households: [household('1', 1, null)] },
      ['missing_area households'],
    ],
    ['nobody left to pay', { nilFloors: [1, 2, 3] }, ['nobody_pays households']],
    [
      'only the ground floor, by floors climbed',
      { households: [household('1', 1)], formula: { method: 'floors_climbed' } },
      ['nobody_pays households'],
    ],
    ['percentages that are not a hundred', { formula: percent(0, 4000, 5999) }, ['does_not_sum formula.percentages']],
    [
      'a percentage for a floor where nobody lives',
      { formula: percent(0, 4000, 5000, 1000) },
      ['missing_floor formula.percentages[3].floor'],
    ],
    [
      'a percentage that is none',
      { formula: percent(0, 4000, 6000.5) },
      ['not_an_integer formula.percentages[2].weight'],
    ],
    ['a floor without percentage', { formula: percent(4000, 6000) }, ['missing_floor formula.percentages']],
    [
      'counts that leave one out',
      {
        formula: { method: 'measured', counts: [{ householdId: '1', count: 2 }] },
        households: [household('1', 1), household('2', 2)],
      },
      ['unknown_household formula.counts'],
    ],
    [
      'counts that name one twice',
      {
        formula: {
          method: 'measured',
          counts: [
            { householdId: '1', count: 2 },
            { householdId: '1', count: 3 },
          ],
        },
        households: [household('1', 1)],
      },
      ['duplicate formula.counts[1].householdId'],
    ],
    [
      'a negative count',
      { formula: { method: 'measured', counts: [{ householdId: '1', count: -1 }] }, households: [household('1', 1)] },
      ['too_small formula.counts[0].count'],
    ],
    [
      'fractions that no common multiple can make whole',
      { households: everyFloorPrime, formula: { method: 'storeys_shared' } },
      ['too_large households'],
    ],
    [
      'weights that no longer add up exactly',
      {
        households: [household('1', 1, 1_000_000_000), household('2', 1, 1_000_000_000)],
        formula: { method: 'floor_and_area', coefficients: [{ floor: 1, weight: 1_000_000 }] },
      },
      ['too_large formula'],
    ],
  ])('%s', (_, change, problems) => {
    expect(refusalOf(costShares({ ...input, ...change } as CostSharingInput))).toEqual(problems);
  });

  test('the problem shows what was found', () => {
    const result = costShares({ ...input, formula: { method: 'floor_coefficient', coefficients: twoFloors } });
    expect(result).toEqual({
      ok: false,
      problems: [{ code: 'missing_floor', path: 'formula.coefficients', found: 3 }],
    });
  });

  test('the limits themselves are accepted', () => {
    expect(costShares({ ...input, households: [household('1', 1), household('2', 200, 1_000_000_000)] }).ok).toBe(true);
    expect(costShares({ ...input, subsidyFen: 600, otherFundsFen: 400 }).ok).toBe(true);
    const coefficients = [{ floor: 1, weight: 1_000_000 }];
    const largest = {
      households: [household('1', 1, 1_000_000_000)],
      formula: { method: 'floor_and_area' as const, coefficients },
    };
    expect(costShares({ ...input, ...largest }).ok).toBe(true);
  });
});

test('10,000 random buildings: the shares sum to the net cost, to the fen', () => {
  const anyBuilding = fc.record({
    floors: fc.integer({ min: 2, max: 9 }),
    doors: fc.integer({ min: 1, max: 4 }),
    totalFen: fc.integer({ min: 0, max: 200_000_000 }),
    subsidyPart: fc.nat({ max: 4 }),
    nilFloors: fc.constantFrom([], [1]),
    method: fc.constantFrom(
      'floor_coefficient',
      'area',
      'floor_and_area',
      'floors_climbed',
      'storeys_shared',
      'floor_percentages',
      'equal',
    ),
    numbers: fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 36, maxLength: 36 }),
  });
  fc.assert(
    fc.property(anyBuilding, ({ floors, doors, totalFen, subsidyPart, nilFloors, method, numbers }) => {
      const households = Array.from({ length: floors * doors }, (_, i) =>
        household(`h${i}`, 1 + Math.floor(i / doors), numbers[i] as number),
      );
      const terms = Array.from({ length: floors }, (_, i) => ({ floor: i + 1, weight: numbers[35 - i] as number }));
      const cut = 10_000 - (floors - 2);
      const percentages = terms.map(({ floor }) => ({ floor, weight: floor === 1 ? 0 : floor === 2 ? cut : 1 }));
      const subsidyFen = Math.floor((totalFen * subsidyPart) / 5);
      const formula = { method, coefficients: terms, percentages } as unknown as CostFormula;
      const shared = valueOf(costShares({ totalFen, subsidyFen, households, formula, nilFloors }));
      const fairly = shared.shares.every(({ amountFen, reasons }) => {
        const exact = (BigInt(shared.netFen) * BigInt(reasons.weight)) / BigInt(shared.weightTotal);
        return BigInt(amountFen) - exact === (reasons.roundedUp ? 1n : 0n);
      });
      expect([sumOf(shared), fairly]).toEqual([totalFen - subsidyFen, true]);
    }),
    runs(10_000),
  );
});
