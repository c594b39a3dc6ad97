import {
  choices,
  type Choice,
  type CountedBallot,
  type Entitlement,
  type Gate,
  type Ruleset,
} from '../../src/index.ts';

/*
 * The same law a second time, as naively as it can be written: every way the round may still turn out is tried, and every
 * gate is compared as a fraction of big integers. Slow, and right.
 */

/** Whether everything is met, for ballots in which no owner contradicts himself. */
export function passes(
  ruleset: Ruleset,
  electorate: readonly Entitlement[],
  said: ReadonlyMap<string, Choice>,
): boolean {
  return ruleset.gates.every((gate) => gatePasses(gate, electorate, said));
}

export function gatePasses(gate: Gate, electorate: readonly Entitlement[], said: ReadonlyMap<string, Choice>): boolean {
  const amount = (wanted: (choice: Choice | undefined) => boolean): bigint => {
    const lines = electorate.filter(({ householdId }) => wanted(said.get(householdId)));
    if (gate.basis === 'headcount') return BigInt(new Set(lines.map(({ headKey }) => headKey)).size);
    return lines.reduce((sum, { areaDm2 }) => sum + BigInt(areaDm2 as number), 0n);
  };
  const all = amount(() => true);
  const takingPart = amount((choice) => choice !== undefined);
  if (gate.role === 'no_objection') return amount((choice) => choice === 'against') === 0n;
  const part = gate.role === 'quorum' ? takingPart : amount((choice) => choice === 'for');
  const whole = gate.role === 'quorum' || gate.base === 'electorate' ? all : takingPart;
  if (part === 0n) return false;
  const left = part * BigInt(gate.denominator);
  const right = whole * BigInt(gate.numerator);
  return gate.comparison === 'at_least' ? left >= right : left > right;
}

/**
 * Every way a round may still turn out: silent households stay silent or answer (while open), owners whose ballots disagree
 * clear that up or drop out, and nobody contradicts himself.
 */
export function waysItMayTurnOut(
  electorate: readonly Entitlement[],
  ballots: readonly CountedBallot[],
  phase: 'open' | 'closed',
): Map<string, Choice>[] {
  const saidBy = (headKey: string): Set<Choice> =>
    new Set(
      ballots
        .filter(({ householdId }) =>
          electorate.some((line) => line.householdId === householdId && line.headKey === headKey),
        )
        .map(({ choice }) => choice),
    );
  let ways: Map<string, Choice>[] = [new Map()];
  for (const headKey of new Set(electorate.map((line) => line.headKey))) {
    const mine = electorate.filter((line) => line.headKey === headKey).map(({ householdId }) => householdId);
    const answered = mine.filter((id) => ballots.some(({ householdId }) => householdId === id));
    const said = [...saidBy(headKey)];
    const held = said.length > 1;
    const fixed = held ? [] : answered;
    const mayAnswer = phase === 'open' ? mine.filter((id) => !fixed.includes(id)) : held ? answered : [];
    const mayStand = said.length === 1 ? said : choices;
    const turns = new Map<string, Map<string, Choice>>();
    for (const choice of mayStand) {
      for (const subset of subsetsOf(mayAnswer)) {
        const turn = new Map([...fixed, ...subset].map((id): [string, Choice] => [id, choice]));
        turns.set(JSON.stringify([...turn]), turn);
      }
    }
    ways = ways.flatMap((way) => [...turns.values()].map((turn) => new Map([...way, ...turn])));
  }
  return ways;
}

export function subsetsOf<T>(list: readonly T[]): T[][] {
  return list.reduce<T[][]>((subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])], [[]]);
}
