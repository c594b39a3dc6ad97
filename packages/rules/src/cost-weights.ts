import { Problems } from './check-input.ts';
import { divide, LARGEST_AMOUNT, LARGEST_WEIGHT } from './integers.ts';

/** A household as the cost table sees it. */
export interface CostHousehold {
  householdId: string;
  /** 1 is the ground floor. */
  floor: number;
  /** dm²; needed only by the formulas that go by area. */
  areaDm2: number | null;
  /** Pays nothing by agreement, whatever the formula says. */
  exempt?: boolean;
}

/** A number for every household of a floor. */
export interface FloorTerm {
  floor: number;
  /** Whole, 0 … 1,000,000; only the proportion counts, so 0.7 and 1.0 are written 7 and 10. */
  weight: number;
}

/**
 * How the net cost is shared.
 *
 * - `floor_coefficient`: by a coefficient per floor.
 * - `area`: by exclusive area, which is the law's answer where nothing is agreed (民法典 art. 283).
 * - `floor_and_area`: coefficient × area.
 * - `floors_climbed`: by the floors one no longer climbs, floor − 1.
 * - `storeys_shared`: each storey is paid in equal parts by all who live at it or above it (the airport rule).
 * - `floor_percentages`: a fixed percentage per floor, equal among its households; hundredths of a percent, 10,000 in all.
 * - `equal`: the same for everybody; for running costs.
 * - `measured`: by a count per household, such as rides by card; for running costs.
 */
export type CostFormula =
  | { method: 'floor_coefficient'; coefficients: readonly FloorTerm[] }
  | { method: 'area' }
  | { method: 'floor_and_area'; coefficients: readonly FloorTerm[] }
  | { method: 'floors_climbed' }
  | { method: 'storeys_shared' }
  | { method: 'floor_percentages'; percentages: readonly FloorTerm[] }
  | { method: 'equal' }
  | { method: 'measured'; counts: readonly { householdId: string; count: number }[] };

/** What a weight is made of. */
export interface Factor {
  factor:
    | 'floor_coefficient'
    | 'area_dm2'
    | 'floors_climbed'
    | 'households_sharing_storey'
    | 'floor_percentage_hundredths'
    | 'households_sharing_floor'
    | 'equal'
    | 'measured';
  amount: number;
}

/** The weight of one household in the sharing, and why. */
export interface Weight {
  weight: number;
  factors: Factor[];
}

type Payers = readonly CostHousehold[];

/**
 * The weight of every household that pays, in the order given.
 * Notes in `problems` a floor without a coefficient, an unknown area, percentages that do not make 100 %.
 */
export function weightsOf(formula: CostFormula, payers: Payers, problems: Problems): Weight[] {
  switch (formula.method) {
    case 'floor_coefficient':
      return byFloor(formula.coefficients, payers, problems).map(coefficientWeight);
    case 'area':
      return areasOf(payers, problems).map(areaWeight);
    case 'floor_and_area': {
      const coefficients = byFloor(formula.coefficients, payers, problems).map(coefficientWeight);
      return areasOf(payers, problems).map((areaDm2, i) => times(coefficients[i] as Weight, areaWeight(areaDm2)));
    }
    case 'floors_climbed':
      return payers.map(({ floor }) => single('floors_climbed', floor - 1));
    case 'storeys_shared':
      return storeyWeights(payers, problems);
    case 'floor_percentages':
      return percentageWeights(formula.percentages, payers, problems);
    case 'equal':
      return payers.map(() => single('equal', 1));
    case 'measured':
      return measuredWeights(formula.counts, payers, problems);
    default:
      problems.add('unknown_value', 'formula.method', (formula as { method: unknown }).method);
      return [];
  }
}

function single(factor: Factor['factor'], amount: number): Weight {
  return { weight: amount, factors: [{ factor, amount }] };
}

const coefficientWeight = (coefficient: number): Weight => single('floor_coefficient', coefficient);
const areaWeight = (areaDm2: number): Weight => single('area_dm2', areaDm2);

function times(one: Weight, other: Weight): Weight {
  return { weight: one.weight * other.weight, factors: [...one.factors, ...other.factors] };
}

/** The number given for each payer's floor. */
function byFloor(terms: readonly FloorTerm[], payers: Payers, problems: Problems, field = 'coefficients'): number[] {
  const given = new Map<number, number>();
  problems.each(terms, `formula.${field}`, ({ floor, weight }, at) => {
    problems.integer(weight, `${at}.weight`, 0, 1_000_000);
    if (given.has(floor)) problems.add('duplicate', `${at}.floor`, floor);
    given.set(floor, weight);
  });
  return payers.map(({ floor }) => {
    const weight = given.get(floor);
    if (weight === undefined) problems.add('missing_floor', `formula.${field}`, floor);
    return weight ?? 0;
  });
}

function areasOf(payers: Payers, problems: Problems): number[] {
  return payers.map(({ householdId, areaDm2 }) => {
    if (areaDm2 === null) problems.add('missing_area', 'households', householdId);
    return areaDm2 ?? 0;
  });
}

/** Parts of 1/10, 1/8, 1/6 … are made whole by the least common multiple. */
function commonMultiple(numbers: readonly number[], problems: Problems): number {
  let multiple = 1;
  for (const number of numbers) {
    multiple *= divide(number, commonDivisor(multiple, number)).quotient;
    if (multiple > LARGEST_AMOUNT) {
      problems.add('too_large', 'households', numbers.length);
      return 1;
    }
  }
  return multiple;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function storeyWeights(payers: Payers, problems: Problems): Weight[] {
  const top = payers.reduce((highest, { floor }) => Math.max(highest, floor), 1);
  const sharing: number[] = [];
  for (let storey = 2; storey <= top; storey += 1) {
    sharing.push(payers.filter(({ floor }) => floor >= storey).length);
  }
  const whole = commonMultiple(sharing, problems);
  return payers.map(({ floor }) => {
    const mine = sharing.slice(0, floor - 1);
    return {
      weight: mine.reduce((sum, households) => sum + divide(whole, households).quotient, 0),
      factors: mine.map((amount) => ({ factor: 'households_sharing_storey', amount })),
    };
  });
}

function percentageWeights(terms: readonly FloorTerm[], payers: Payers, problems: Problems): Weight[] {
  const hundredths = byFloor(terms, payers, problems, 'percentages');
  if (!problems.none) return [];
  const sharersOn = (floor: number): number => payers.filter((payer) => payer.floor === floor).length;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total !== 10_000) problems.add('does_not_sum', 'formula.percentages', total);
  terms.forEach(({ floor, weight }, i) => {
    if (weight > 0 && sharersOn(floor) === 0) problems.add('missing_floor', `formula.percentages[${i}].floor`, floor);
  });
  const sharers = payers.map(({ floor }) => sharersOn(floor));
  const whole = commonMultiple(sharers, problems);
  return sharers.map((households, i) => {
    const mine = hundredths[i] as number;
    return {
      weight: mine * divide(whole, households).quotient,
      factors: [
        { factor: 'floor_percentage_hundredths', amount: mine },
        { factor: 'households_sharing_floor', amount: households },
      ],
    };
  });
}

function measuredWeights(
  counts: readonly { householdId: string; count: number }[],
  payers: Payers,
  problems: Problems,
): Weight[] {
  const given = new Map<string, number>();
  problems.each(counts, 'formula.counts', ({ householdId, count }, at) => {
    problems.integer(count, `${at}.count`);
    if (given.has(householdId)) problems.add('duplicate', `${at}.householdId`, householdId);
    given.set(householdId, count);
  });
  return payers.map(({ householdId }) => {
    const count = given.get(householdId);
    if (count === undefined) problems.add('unknown_household', 'formula.counts', householdId);
    return single('measured', count ?? 0);
  });
}

/** Whether the weights can be shared by: somebody pays, and the sum is still exact. */
export function checkWeights(weights: readonly Weight[], problems: Problems): void {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) problems.add('nobody_pays', 'households');
  if (total > LARGEST_WEIGHT) problems.add('too_large', 'formula', total);
}
