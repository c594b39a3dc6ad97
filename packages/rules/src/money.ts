import { Problems } from './check-input.ts';
import { LARGEST_RATIO_TERM, LARGEST_WEIGHT, multiplyThenDivide } from './integers.ts';
import { prorate } from './prorate.ts';
import { ok, refuse, type Result } from './result.ts';
import type { Citation } from './ruleset.ts';

/** A subsidy that pays a ratio of what was spent on the works, up to a cap. */
export interface SubsidyRule {
  numerator: number;
  denominator: number;
  capFen: number;
  citation: Citation;
  verified: boolean;
}

/** Shanghai's notice of 2020: 40 % of the construction amount, at most 280,000 yuan a lift. Whether it still holds is not confirmed. */
export const shanghaiSubsidy2020: SubsidyRule = {
  numerator: 40,
  denominator: 100,
  capFen: 28_000_000,
  citation: { document: '上海市加装电梯补贴通知（2020年，转载）', article: '条号待核实' },
  verified: false,
};

/**
 * min(ratio × eligible amount, cap), rounded down to the fen.
 * @param eligibleFen the amount the ratio is taken of (施工金额), not the whole cost of the lift
 */
export function subsidyOf(rule: SubsidyRule, eligibleFen: number): Result<number> {
  const problems = new Problems();
  problems.integer(eligibleFen, 'eligibleFen');
  problems.integer(rule.denominator, 'rule.denominator', 1, LARGEST_RATIO_TERM);
  problems.integer(rule.numerator, 'rule.numerator', 0, rule.denominator);
  problems.integer(rule.capFen, 'rule.capFen');
  if (!problems.none) return refuse(...problems.list);
  const { quotient } = multiplyThenDivide(eligibleFen, rule.numerator, rule.denominator);
  return ok(Math.min(quotient, rule.capFen));
}

/** One payment of an agreed schedule. */
export interface Instalment {
  name: string;
  amountFen: number;
}

/**
 * Splits what one household pays into the instalments of the agreement, by their weights (30 / 50 / 20); they sum to it.
 */
export function instalments(
  amountFen: number,
  schedule: readonly { name: string; weight: number }[],
): Result<Instalment[]> {
  const problems = new Problems();
  problems.integer(amountFen, 'amountFen');
  problems.eachOfSome(schedule, 'schedule', ({ name, weight }, at) => {
    problems.text(name, `${at}.name`);
    problems.integer(weight, `${at}.weight`, 1, 1_000_000);
  });
  if (!problems.none) return refuse(...problems.list);
  const parts = prorate(
    amountFen,
    schedule.map(({ weight }) => weight),
  );
  return ok(schedule.map(({ name }, i) => ({ name, amountFen: (parts[i] as { amount: number }).amount })));
}

export interface BuyIn {
  /** What the household would have paid at the start. */
  originalShareFen: number;
  /** Straight-line depreciation as the agreement has it; past the agreed life nothing of the share is left to pay. */
  lifeMonths: number;
  usedMonths: number;
  /** Its part of what was spent on upkeep since, as the agreement has it. */
  upkeepFen: number;
  /** Those who paid before, with what they paid: they receive the price in that proportion. */
  holders: readonly { householdId: string; paidFen: number }[];
}

export interface BuyInPrice {
  depreciationFen: number;
  priceFen: number;
  payments: { householdId: string; amountFen: number }[];
}

/**
 * What a household pays that joins later, and to whom: original share − depreciation + upkeep, to the co-owners by what they
 * paid. This is a common form of agreement, not a rule of law: the agreement decides.
 */
export function lateJoiner(input: BuyIn): Result<BuyInPrice> {
  const { originalShareFen, lifeMonths, usedMonths, upkeepFen, holders } = input;
  const problems = new Problems();
  problems.integer(originalShareFen, 'originalShareFen');
  problems.integer(lifeMonths, 'lifeMonths', 1, 1200);
  problems.integer(usedMonths, 'usedMonths', 0, 1200);
  problems.integer(upkeepFen, 'upkeepFen');
  let paid = 0;
  problems.eachOfSome(holders, 'holders', ({ householdId, paidFen }, at) => {
    problems.text(householdId, `${at}.householdId`);
    if (problems.integer(paidFen, `${at}.paidFen`)) paid += paidFen;
  });
  if (problems.none && paid === 0) problems.add('nobody_pays', 'holders');
  if (paid > LARGEST_WEIGHT) problems.add('too_large', 'holders', paid);
  if (!problems.none) return refuse(...problems.list);

  const monthsGone = Math.min(usedMonths, lifeMonths);
  const depreciationFen = multiplyThenDivide(originalShareFen, monthsGone, lifeMonths).quotient;
  const priceFen = originalShareFen - depreciationFen + upkeepFen;
  const parts = prorate(
    priceFen,
    holders.map(({ paidFen }) => paidFen),
  );
  const payments = holders.map(({ householdId }, i) => ({
    householdId,
    amountFen: (parts[i] as { amount: number }).amount,
  }));
  return ok({ depreciationFen, priceFen, payments });
}
