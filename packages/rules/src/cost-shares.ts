import { Problems } from './check-input.ts';
import { checkWeights, weightsOf, type CostFormula, type CostHousehold, type Factor } from './cost-weights.ts';
import { prorate } from './prorate.ts';
import { ok, refuse, type Result } from './result.ts';

export interface CostSharingInput {
  /** What the lift costs, in fen. */
  totalFen: number;
  /** Public subsidy, in fen; see `subsidyOf`. */
  subsidyFen?: number;
  /** Other money that is not shared: advertising, a donation, the maintenance fund. */
  otherFundsFen?: number;
  households: readonly CostHousehold[];
  formula: CostFormula;
  /** Floors that pay nothing, such as `[1]` for the ground floor. */
  nilFloors?: readonly number[];
}

/** What one household pays, and why. */
export interface CostShare {
  householdId: string;
  floor: number;
  amountFen: number;
  reasons: {
    /** Why it pays nothing at all, or `null`. */
    nil: 'nil_floor' | 'exempt' | 'weight_zero' | null;
    /** Its weight out of `CostShares.weightTotal`, and the factors the weight is made of. */
    weight: number;
    factors: Factor[];
    /** Whether one of the leftover fen fell to it. */
    roundedUp: boolean;
  };
}

export interface CostShares {
  totalFen: number;
  subsidyFen: number;
  otherFundsFen: number;
  /** total − subsidy − other funds: what the shares sum to, to the fen. */
  netFen: number;
  weightTotal: number;
  /** In the order of the households given. */
  shares: CostShare[];
}

/**
 * Shares the net cost of a lift, or a year's running cost, among the households (分摊). Sharing follows agreement; where
 * there is none, area (民法典 art. 283). Parts are rounded down to the fen and the leftover fen go to the largest remainders,
 * so the shares always sum to the net amount.
 *
 * @returns the shares with their reasons; or which field is wrong: subsidy above the total, a floor without a coefficient,
 * an unknown area where the formula needs it, percentages that do not make 10,000, nobody left to pay.
 */
export function costShares(input: CostSharingInput): Result<CostShares> {
  const { totalFen, subsidyFen = 0, otherFundsFen = 0, households, formula, nilFloors = [] } = input;
  const problems = new Problems();
  if (problems.integer(totalFen, 'totalFen') && problems.integer(subsidyFen, 'subsidyFen', 0, totalFen)) {
    problems.integer(otherFundsFen, 'otherFundsFen', 0, totalFen - subsidyFen);
  }
  checkHouseholds(households, problems);
  if (typeof formula !== 'object' || formula === null) problems.add('not_an_object', 'formula');
  if (!Array.isArray(nilFloors)) problems.add('not_a_list', 'nilFloors');
  if (!problems.none) return refuse(...problems.list);

  const nilReason = ({ floor, exempt }: CostHousehold): 'exempt' | 'nil_floor' | null => {
    if (exempt === true) return 'exempt';
    return nilFloors.includes(floor) ? 'nil_floor' : null;
  };
  const payers = households.filter((household) => nilReason(household) === null);
  const weights = weightsOf(formula, payers, problems);
  if (problems.none) checkWeights(weights, problems);
  if (!problems.none) return refuse(...problems.list);

  const netFen = totalFen - subsidyFen - otherFundsFen;
  const parts = prorate(
    netFen,
    weights.map(({ weight }) => weight),
  );
  const paid = new Map(
    payers.map(({ householdId, floor }, i): [string, CostShare] => {
      const { weight, factors } = weights[i] as (typeof weights)[number];
      const { amount, roundedUp } = parts[i] as (typeof parts)[number];
      const nil = weight === 0 ? 'weight_zero' : null;
      return [householdId, { householdId, floor, amountFen: amount, reasons: { nil, weight, factors, roundedUp } }];
    }),
  );
  return ok({
    totalFen,
    subsidyFen,
    otherFundsFen,
    netFen,
    weightTotal: weights.reduce((sum, { weight }) => sum + weight, 0),
    shares: households.map((household) => paid.get(household.householdId) ?? nilShare(household, nilReason(household))),
  });
}

function nilShare({ householdId, floor }: CostHousehold, nil: CostShare['reasons']['nil']): CostShare {
  return { householdId, floor, amountFen: 0, reasons: { nil, weight: 0, factors: [], roundedUp: false } };
}

function checkHouseholds(households: readonly CostHousehold[], problems: Problems): void {
  const seen = new Set<string>();
  problems.eachOfSome(households, 'households', ({ householdId, floor, areaDm2 }, at) => {
    problems.text(householdId, `${at}.householdId`);
    if (seen.has(householdId)) problems.add('duplicate', `${at}.householdId`, householdId);
    seen.add(householdId);
    problems.integer(floor, `${at}.floor`, 1, 200);
    if (areaDm2 !== null) problems.integer(areaDm2, `${at}.areaDm2`, 1, 1_000_000_000);
  });
}
