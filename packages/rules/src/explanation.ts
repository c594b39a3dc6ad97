import type { Check, Decision, Verdict } from './decision.ts';

/** What stands behind a decision, piece by piece, for pages, papers and posters to put into words. No sentence is built here. */
export type Explanation =
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'gate_met'; check: Check; spare: number }
  | { kind: 'gate_short'; check: Check; shortBy: number; furtherFor: number | null }
  | { kind: 'gate_not_known'; check: Check }
  | { kind: 'already_certain' }
  | { kind: 'no_longer_possible'; gateIds: string[] }
  | { kind: 'area_unknown'; householdIds: string[] }
  | { kind: 'ballots_held'; householdIds: string[] };

/**
 * The explanations of a decision in the order a person would ask: the result, each gate, what is certain or impossible while
 * the round is open, and what is missing.
 */
export function explain(decision: Decision): Explanation[] {
  const { verdict, certain, possible, checks } = decision;
  const explanations: Explanation[] = [{ kind: 'verdict', verdict }, ...checks.map(explainGate)];
  if (verdict === 'undecided' && certain) explanations.push({ kind: 'already_certain' });
  if (verdict !== 'rejected' && !possible) {
    const gateIds = checks.filter((check) => !check.possible).map(({ gateId }) => gateId);
    explanations.push({ kind: 'no_longer_possible', gateIds });
  }
  const missing = (why: Decision['missing'][number]['why']): string[] =>
    decision.missing.filter((one) => one.why === why).map(({ householdId }) => householdId);
  const unknown = missing('area_unknown');
  if (unknown.length > 0) explanations.push({ kind: 'area_unknown', householdIds: unknown });
  const held = missing('ballots_held');
  if (held.length > 0) explanations.push({ kind: 'ballots_held', householdIds: held });
  return explanations;
}

function explainGate(check: Check): Explanation {
  if (check.met === null) return { kind: 'gate_not_known', check };
  if (check.met) return { kind: 'gate_met', check, spare: check.part - check.required };
  return { kind: 'gate_short', check, shortBy: check.shortBy, furtherFor: check.furtherFor };
}
