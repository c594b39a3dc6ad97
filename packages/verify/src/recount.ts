import { countRound, type CountedBallot, type Decision, type Tally } from '@jiati/rules';
import { canonicalJson, hashOf } from './canonical.ts';
import type { Bundle } from './bundle.ts';
import type { Finding } from './findings.ts';
import type { OpenedSeals } from './open-seals.ts';

const amounts = ['electorate', 'participating', 'for', 'against', 'abstain', 'silent'] as const;

export interface Recounted {
  tally: Tally | null;
  decision: Decision | null;
  findings: Finding[];
}

/** Counts the opened ballots under the bundle's rule, and compares counts and verdict with what was announced. */
export async function recount(
  bundle: Bundle,
  announced: Record<string, unknown>,
  { counted }: OpenedSeals,
): Promise<Recounted> {
  const electorate = bundle.electorate.map(({ householdId, areaDm2, headNo }) => {
    return { householdId, areaDm2, headKey: String(headNo) };
  });
  const ballots = [...counted].flatMap(([householdId, { disclosure }]): CountedBallot[] => {
    return disclosure.choice === null ? [] : [{ householdId, choice: disclosure.choice }];
  });
  const result = countRound(bundle.ruleset, electorate, ballots, { phase: 'closed' });
  if (!result.ok) {
    const path = result.problems[0]?.path ?? '';
    return { tally: null, decision: null, findings: [{ code: 'uncountable', path }] };
  }
  const { tally, decision } = result.value;
  const findings: Finding[] = [];
  const told = (announced.tally ?? {}) as Record<string, unknown>;
  for (const what of amounts) {
    if (spelling(told[what]) !== spelling(tally[what])) findings.push({ code: 'tally_differs', what });
  }
  for (const verdict of new Set([announced.verdict, bundle.decision?.verdict])) {
    if (verdict !== decision.verdict) {
      findings.push({ code: 'verdict_differs', announced: String(verdict), counted: decision.verdict });
    }
  }
  findings.push(...differingGates(bundle.decision, decision));
  if (announced.decisionHash !== (await hashOf(decision))) {
    findings.push({ code: 'decision_differs', what: 'decisionHash' });
  }
  return { tally, decision, findings };
}

function differingGates(told: Decision | null, counted: Decision): Finding[] {
  const checks = Array.isArray(told?.checks) ? told.checks : [];
  const gates = counted.checks
    .filter((check, index) => spelling(checks[index]) !== spelling(check))
    .map(({ gateId }): Finding => ({ code: 'decision_differs', what: gateId }));
  if (gates.length > 0 || spelling(told) === spelling(counted)) return gates;
  return [{ code: 'decision_differs', what: 'decision' }];
}

function spelling(value: unknown): string {
  try {
    return canonicalJson(value ?? null);
  } catch {
    return 'cannot be spelt';
  }
}
