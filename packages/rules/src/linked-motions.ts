import { Problems } from './check-input.ts';
import type { Decision, Verdict } from './decision.ts';
import { ok, refuse, type Result } from './result.ts';
import type { LinkedMotion, Ruleset } from './ruleset.ts';

/** The decision of one round, under the rule it was held by. */
export interface DecidedMotion {
  rulesetId: string;
  rulesetVersion: number;
  decision: Pick<Decision, 'verdict' | 'certain' | 'possible'>;
}

export interface MotionInput {
  /** The first motion: the stairwell's or the building's own. */
  main: DecidedMotion;
  /** What else the lift touches; the ruleset says which further motion each asks for. */
  touches: readonly LinkedMotion['when'][];
  /** The further motions as far as they have been held. */
  linked: readonly DecidedMotion[];
  /** Owners whose own exclusive part is used: they must consent by name. `null` while they have not answered. */
  consents: readonly { householdId: string; consents: boolean | null }[];
}

export interface MotionDecision {
  verdict: Verdict;
  certain: boolean;
  possible: boolean;
  /** Motions the rule asks for that have not been held. */
  motionsToHold: LinkedMotion[];
  /** Households whose consent by name is still outstanding, or refused. */
  consentsOutstanding: string[];
  consentsRefused: string[];
}

/**
 * Puts together what must pass together: the building's motion, the estate's where common land is taken (上海 801号: two
 * tiers), and the consent by name of owners whose own part is used. All must be approved; one refusal is a refusal of the
 * whole; as long as one is open or not yet held the whole is undecided; a consent that is outstanding leaves it undetermined.
 *
 * @returns the joint decision; or which motion or ruleset does not belong here.
 */
export function decideMotion(ruleset: Ruleset, input: MotionInput): Result<MotionDecision> {
  const problems = new Problems();
  if (input.main.rulesetId !== ruleset.id) problems.add('unknown_ruleset', 'main.rulesetId', input.main.rulesetId);
  if (input.main.rulesetVersion !== ruleset.version) {
    problems.add('unknown_ruleset', 'main.rulesetVersion', input.main.rulesetVersion);
  }
  const asked = ruleset.linkedMotions.filter(({ when }) => input.touches.includes(when));
  input.touches.forEach((when, i) => {
    if (!asked.some((motion) => motion.when === when)) problems.add('unknown_value', `touches[${i}]`, when);
  });
  input.linked.forEach((motion, i) => {
    if (!asked.some((wanted) => answers(motion, wanted))) {
      problems.add('unknown_ruleset', `linked[${i}].rulesetId`, motion.rulesetId);
    }
  });
  if (!problems.none) return refuse(...problems.list);

  const motionsToHold = asked.filter((wanted) => !input.linked.some((motion) => answers(motion, wanted)));
  const decisions = [input.main, ...input.linked].map(({ decision }) => decision);
  const named = (answer: boolean | null): string[] =>
    input.consents.filter(({ consents }) => consents === answer).map(({ householdId }) => householdId);
  const consentsOutstanding = named(null);
  const consentsRefused = named(false);
  const complete = motionsToHold.length === 0 && consentsOutstanding.length === 0 && consentsRefused.length === 0;
  return ok({
    verdict: jointVerdict(
      decisions,
      motionsToHold.length > 0,
      consentsOutstanding.length > 0,
      consentsRefused.length > 0,
    ),
    certain: complete && decisions.every(({ certain }) => certain),
    possible: consentsRefused.length === 0 && decisions.every(({ possible }) => possible),
    motionsToHold,
    consentsOutstanding,
    consentsRefused,
  });
}

function answers(motion: DecidedMotion, wanted: LinkedMotion): boolean {
  return motion.rulesetId === wanted.rulesetId && motion.rulesetVersion === wanted.rulesetVersion;
}

function jointVerdict(
  decisions: readonly Pick<Decision, 'verdict'>[],
  notHeld: boolean,
  consentOutstanding: boolean,
  consentRefused: boolean,
): Verdict {
  const some = (verdict: Verdict): boolean => decisions.some((decision) => decision.verdict === verdict);
  if (some('rejected') || consentRefused) return 'rejected';
  if (some('undecided') || notHeld) return 'undecided';
  if (some('undetermined') || consentOutstanding) return 'undetermined';
  return 'approved';
}
