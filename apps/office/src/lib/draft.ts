import type { CostFormulaInput, CostTable, ScopeKind } from '@jiati/contracts';
import { parseHundredths } from './format';
import { instantOf } from './shanghai';

/** A round as it is being typed: amounts stay text until they are saved, so that half a number is not lost. */
export interface DraftForm {
  id: string;
  estateId: string;
  scopeKind: ScopeKind;
  scopeId: string;
  rulesetId: string;
  title: string;
  statement: string;
  schemeText: string;
  total: string;
  subsidy: string;
  method: CostTable['method'];
  /** Coefficient by floor, as typed: "1.2". */
  coefficients: Record<number, string>;
  /** Share by household id, in yuan, as typed. */
  amounts: Record<string, string>;
  agreementText: string;
  closesDate: string;
  closesTime: string;
}

/** Where a step lacks something. The page says it in words beside the field. */
export type DraftGap =
  | 'estate'
  | 'scope'
  | 'ruleset'
  | 'title'
  | 'statement'
  | 'scheme'
  | 'total'
  | 'subsidy'
  | 'coefficients'
  | 'amounts'
  | 'sum'
  | 'agreement'
  | 'closes';

export interface CostSums {
  sumFen: number;
  /** total − subsidy; null while either is no amount. */
  dueFen: number | null;
  /** sum − due: above zero too much, below zero too little. */
  overFen: number | null;
  /** Households whose amount cannot be read. */
  wrong: string[];
}

/** The sum of the shares, against what they must sum to. An empty field is no amount, not zero. */
export function costSums(
  form: Pick<DraftForm, 'total' | 'subsidy' | 'amounts'>,
  householdIds: readonly string[],
): CostSums {
  const totalFen = parseHundredths(form.total);
  const subsidyFen = parseHundredths(form.subsidy);
  const wrong: string[] = [];
  let sumFen = 0;
  for (const id of householdIds) {
    const amountFen = parseHundredths(form.amounts[id] ?? '');
    if (amountFen === null) wrong.push(id);
    else sumFen += amountFen;
  }
  const dueFen = totalFen === null || subsidyFen === null || subsidyFen > totalFen ? null : totalFen - subsidyFen;
  return { sumFen, dueFen, overFen: dueFen === null ? null : sumFen - dueFen, wrong };
}

/** Methods that need a coefficient for each floor. */
export const needsCoefficients = (method: CostTable['method']): boolean =>
  method === 'floor_coefficient' || method === 'floor_and_area';

/**
 * The formula the API is asked to compute; null when a coefficient cannot be read or the method is typed by hand.
 * Coefficients become whole numbers (1.2 → 120): only their proportion counts.
 */
export function formulaOf(
  form: Pick<DraftForm, 'method' | 'coefficients'>,
  floors: readonly number[],
): CostFormulaInput | null {
  if (form.method === 'custom') return null;
  if (!needsCoefficients(form.method)) return { method: form.method };
  const coefficients: { floor: number; weight: number }[] = [];
  for (const floor of floors) {
    const weight = parseHundredths(form.coefficients[floor] ?? '');
    if (weight === null) return null;
    coefficients.push({ floor, weight });
  }
  return { method: form.method, coefficients };
}

/** What one step (0 … 5) still lacks. An empty list lets the officer go on. */
export function gapsOf(step: number, form: DraftForm, householdIds: readonly string[], now: Date): DraftGap[] {
  const empty = (text: string) => text.trim() === '';
  const gaps: [boolean, DraftGap][][] = [
    [
      [form.estateId === '', 'estate'],
      [form.scopeId === '', 'scope'],
    ],
    [[form.rulesetId === '', 'ruleset']],
    [
      [empty(form.title), 'title'],
      [empty(form.statement), 'statement'],
      [empty(form.schemeText), 'scheme'],
    ],
    costGaps(form, householdIds),
    [[empty(form.agreementText), 'agreement']],
    [[!isLater(form, now), 'closes']],
  ];
  return (gaps[step] ?? []).filter(([lacking]) => lacking).map(([, gap]) => gap);
}

function costGaps(form: DraftForm, householdIds: readonly string[]): [boolean, DraftGap][] {
  const totalFen = parseHundredths(form.total);
  const subsidyFen = parseHundredths(form.subsidy);
  const sums = costSums(form, householdIds);
  return [
    [totalFen === null || totalFen === 0, 'total'],
    [subsidyFen === null || subsidyFen > (totalFen ?? 0), 'subsidy'],
    [sums.wrong.length > 0, 'amounts'],
    [sums.wrong.length === 0 && sums.overFen !== null && sums.overFen !== 0, 'sum'],
  ];
}

function isLater(form: DraftForm, now: Date): boolean {
  const closesAt = instantOf(form.closesDate, form.closesTime);
  return closesAt !== null && new Date(closesAt) > now;
}
