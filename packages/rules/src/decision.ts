import { Problems } from './check-input.ts';
import type { Entitlement } from './electorate.ts';
import { divide, multiplyThenDivide, roundedUp } from './integers.ts';
import { ok, refuse, type Result } from './result.ts';
import type { Basis, Citation, Gate, Ruleset } from './ruleset.ts';
import { tally as count, type CountedBallot, type Tally, type Turnout } from './tally.ts';
import { validateRuleset } from './validate-ruleset.ts';

/** approved / rejected once closed; undecided while open; undetermined when something is missing to say. */
export type Verdict = 'approved' | 'rejected' | 'undecided' | 'undetermined';

/** While a round is open ballots may still come in; once closed only held ballots can still be cleared up. */
export type Phase = 'open' | 'closed';

/** How one gate stands. Amounts are heads or dm², as `basis` says. */
export interface Check {
  gateId: string;
  role: Gate['role'];
  basis: Basis;
  base: Gate['base'];
  numerator: number;
  denominator: number;
  comparison: Gate['comparison'];
  part: number;
  whole: number;
  /** The least part that meets the gate at the present whole. At least 1: where nobody takes part nothing passes. */
  required: number;
  /** `null` for an area gate while an area is unknown; part, whole and required then cover the known areas only. */
  met: boolean | null;
  /** required − part, or 0: what is missing if nobody else takes part. */
  shortBy: number;
  /**
   * The least further agreement from those who are silent that would meet the gate: they enlarge the whole as well, so
   * this may be more than `shortBy`. `null`: no agreement of theirs is enough, or an area is unknown.
   */
  furtherFor: number | null;
  /** Met whatever the silent owners do; the others stay with what they said. */
  certain: boolean;
  /** `false`: cannot be met any more, whatever the silent owners do. An unknown area keeps it possible. */
  possible: boolean;
  citation: Citation;
}

/** Something that is missing before the verdict can be said. */
export interface Missing {
  householdId: string;
  why: 'area_unknown' | 'ballots_held';
}

export interface Decision {
  verdict: Verdict;
  /** Passes whatever the silent owners do, as long as the others stay with what they said. */
  certain: boolean;
  /** `false`: no longer possible, whatever the silent owners do, as long as the others stay with what they said. */
  possible: boolean;
  checks: Check[];
  missing: Missing[];
}

/**
 * Sets the counts against the gates of a rule (民法典 art. 278 and whatever else the ruleset cites).
 *
 * - open: `undecided`, with `certain` and `possible` worked out from the silent households.
 * - closed: `approved` when every gate is met, else `rejected`. `undetermined` when the area of a household is unknown and
 *   the rule has an area gate, or when held ballots could turn it either way; `missing` names the households.
 *
 * @returns the decision; or what is wrong with the ruleset or the phase.
 */
export function decide(ruleset: Ruleset, tally: Tally, options: { phase: Phase }): Result<Decision> {
  const checked = checkedInput(ruleset, options);
  if (!checked.ok) return checked;
  const checks = checksOf(ruleset.gates, tally, options.phase, (gate, further) => fractionOf(gate, tally, further));
  const countsInFull = checks.every(({ met }) => met !== null);
  const certain = checks.every((each) => each.certain);
  const possible = checks.every((each) => each.possible);
  return ok({
    verdict: verdictOf(options.phase, countsInFull, certain, possible),
    certain,
    possible,
    checks,
    missing: [
      ...(countsInFull ? [] : tally.unknownArea.map((householdId) => ({ householdId, why: 'area_unknown' as const }))),
      ...(certain || !possible ? [] : heldHouseholds(tally)),
    ],
  });
}

/**
 * How the quorum gates stand, which is all that is told while a round is open: worked out without knowing what anybody
 * chose.
 *
 * @returns the checks that `decide` gives for these gates; or what is wrong with the ruleset or the phase.
 */
export function turnout(ruleset: Ruleset, tally: Turnout, options: { phase: Phase }): Result<Check[]> {
  const checked = checkedInput(ruleset, options);
  if (!checked.ok) return checked;
  const gates = ruleset.gates.filter(({ role }) => role === 'quorum');
  return ok(checksOf(gates, tally, options.phase, (gate, further) => fractionTakingPart(gate, tally, further)));
}

function checkedInput(ruleset: Ruleset, { phase }: { phase: Phase }): Result<unknown> {
  const checked = validateRuleset(ruleset);
  if (!checked.ok) return checked;
  const problems = new Problems();
  return problems.oneOf(phase, 'phase', ['open', 'closed']) ? checked : refuse(...problems.list);
}

/** `tally` and `decide` in one go. */
export function countRound(
  ruleset: Ruleset,
  electorate: readonly Entitlement[],
  ballots: readonly CountedBallot[],
  options: { phase: Phase },
): Result<{ tally: Tally; decision: Decision }> {
  const counted = count(electorate, ballots);
  if (!counted.ok) return counted;
  const decided = decide(ruleset, counted.value, options);
  if (!decided.ok) return decided;
  return ok({ tally: counted.value, decision: decided.value });
}

function verdictOf(phase: Phase, countsInFull: boolean, certain: boolean, possible: boolean): Verdict {
  if (phase === 'open') return 'undecided';
  if (!countsInFull) return 'undetermined';
  if (certain) return 'approved';
  return possible ? 'undetermined' : 'rejected';
}

/** What may still be added on one basis: freely, or only as a repetition of what the owner has said elsewhere. */
interface Pending {
  free: number;
  onlyFor: number;
  onlyOtherwise: number;
}

function stillToCome(tally: Turnout, phase: Phase): Record<Basis, Pending> {
  const heldAreaDm2 = tally.held.reduce((sum, { areaDm2 }) => sum + areaDm2, 0);
  const nothingBound = { onlyFor: 0, onlyOtherwise: 0 };
  if (phase === 'closed') {
    return {
      headcount: { free: tally.held.length, ...nothingBound },
      exclusive_area: { free: heldAreaDm2, ...nothingBound },
    };
  }
  const { forAreaDm2, otherAreaDm2 } = tally.boundSilent;
  return {
    headcount: { free: tally.silent.heads + tally.held.length, ...nothingBound },
    exclusive_area: {
      free: tally.silent.areaDm2 - forAreaDm2 - otherAreaDm2 + heldAreaDm2,
      onlyFor: forAreaDm2,
      onlyOtherwise: otherAreaDm2,
    },
  };
}

/** A way the pending answers may turn out: so much more for, so much more against or abstaining. */
interface Further {
  for: number;
  otherwise: number;
}

const NOTHING_FURTHER: Further = { for: 0, otherwise: 0 };

/** The turn that helps a gate most. All silent owners agreeing is best for every gate at once. */
function atBest({ role }: Gate, { free, onlyFor, onlyOtherwise }: Pending): Further {
  return { for: free + onlyFor, otherwise: role === 'quorum' ? onlyOtherwise : 0 };
}

/** The turn that hurts a gate most: nobody comes to a quorum; everybody who comes is against. */
function atWorst({ role }: Gate, { free, onlyOtherwise }: Pending): Further {
  if (role === 'quorum') return NOTHING_FURTHER;
  return { for: 0, otherwise: free + onlyOtherwise };
}

/** The fraction that a gate compares. */
interface Fraction {
  part: number;
  whole: number;
}

type FractionWith = (gate: Gate, further: Further) => Fraction;

const AMOUNT_OF = { headcount: 'heads', exclusive_area: 'areaDm2' } as const;

function fractionTakingPart({ basis }: Gate, tally: Turnout, further: Further): Fraction {
  const on = AMOUNT_OF[basis];
  return { part: tally.participating[on] + further.for + further.otherwise, whole: tally.electorate[on] };
}

function fractionOf(gate: Gate, tally: Tally, further: Further): Fraction {
  const on = AMOUNT_OF[gate.basis];
  const takingPart = fractionTakingPart(gate, tally, further);
  if (gate.role === 'quorum') return takingPart;
  const all = takingPart.whole;
  if (gate.role === 'no_objection') return { part: all - tally.against[on] - further.otherwise, whole: all };
  return { part: tally.for[on] + further.for, whole: gate.base === 'electorate' ? all : takingPart.part };
}

function isMet(gate: Gate, { part, whole }: Fraction): boolean {
  return part >= requiredOf(gate, whole);
}

/** The least part that meets a gate: for 2/3 of 12 it is 8, for more than 1/2 of 20 it is 11. */
function requiredOf({ numerator, denominator, comparison }: Gate, whole: number): number {
  const exact = multiplyThenDivide(whole, numerator, denominator);
  return Math.max(1, comparison === 'at_least' ? roundedUp(exact) : exact.quotient + 1);
}

function checksOf(gates: readonly Gate[], tally: Turnout, phase: Phase, fractionWith: FractionWith): Check[] {
  const pending = stillToCome(tally, phase);
  const isKnown = (gate: Gate): boolean => gate.basis === 'headcount' || tally.unknownArea.length === 0;
  return gates.map((gate) => check(gate, isKnown(gate), pending[gate.basis], fractionWith));
}

function check(gate: Gate, isKnown: boolean, pending: Pending, fractionWith: FractionWith): Check {
  const { part, whole } = fractionWith(gate, NOTHING_FURTHER);
  const required = requiredOf(gate, whole);
  // Field by field: a list of a town makes thousands of these a second, and copying with `...` would cost most of it.
  return {
    gateId: gate.id,
    role: gate.role,
    basis: gate.basis,
    base: gate.base,
    numerator: gate.numerator,
    denominator: gate.denominator,
    comparison: gate.comparison,
    citation: gate.citation,
    part,
    whole,
    required,
    met: isKnown ? part >= required : null,
    shortBy: Math.max(0, required - part),
    furtherFor: isKnown ? furtherForOf(gate, part, whole, required) : null,
    certain: isKnown && isMet(gate, fractionWith(gate, atWorst(gate, pending))),
    possible: !isKnown || isMet(gate, fractionWith(gate, atBest(gate, pending))),
  };
}

/**
 * Whoever agrees from silence adds to the part, and among participants to the whole too. With ratio n/d, part y and whole
 * p, the least x with d·(y + x) ≥ n·(p + x) is (n·p − d·y) ÷ (d − n), rounded up (or to the next number for 过半数).
 */
function furtherForOf(gate: Gate, part: number, whole: number, required: number): number | null {
  if (part >= required) return 0;
  if (gate.role === 'no_objection') return null;
  if (gate.base === 'electorate') return required - part;
  const { numerator, denominator, comparison } = gate;
  const lacking = numerator * whole - denominator * part;
  const gainOfOne = denominator - numerator;
  if (gainOfOne === 0) return lacking > 0 ? null : 1;
  const exact = divide(lacking, gainOfOne);
  return Math.max(1, comparison === 'at_least' ? roundedUp(exact) : exact.quotient + 1);
}

function heldHouseholds(tally: Tally): Missing[] {
  return tally.held.flatMap(({ householdIds }) =>
    householdIds.map((householdId) => ({ householdId, why: 'ballots_held' as const })),
  );
}
