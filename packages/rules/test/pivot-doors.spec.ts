import fc from 'fast-check';
import {
  countRound,
  pivotDoors,
  type Choice,
  type CountedBallot,
  type Entitlement,
  type PivotDoors,
  type Ruleset,
} from '../src/index.ts';
import {
  anyRound,
  anyRuleset,
  ballotsOf,
  electorateOf,
  firstSay,
  readVector,
  refusalOf,
  rulesetOf,
  twelve,
  valueOf,
  runs,
} from './support/builders.ts';
import { passes, subsetsOf } from './support/by-hand.ts';

interface PivotCase {
  title: string;
  rulesetId: string;
  electorate: Entitlement[];
  ballots: CountedBallot[];
  expected: PivotDoors;
}

const lift = rulesetOf('cn-278-7');

describe('published cases', () => {
  test.each(readVector<PivotCase[]>('pivot-doors'))('$title', ({ rulesetId, electorate, ballots, expected }) => {
    expect(valueOf(pivotDoors(rulesetOf(rulesetId), electorate, ballots))).toEqual(expected);
  });
});

/** Tries every set of silent households; nobody whose owner has said otherwise, or two things, is asked. */
function byTryingAll(ruleset: Ruleset, electorate: Entitlement[], ballots: CountedBallot[]): string[][] | null {
  const saidBy = new Map<string, Set<Choice>>();
  for (const { householdId, headKey } of electorate) {
    for (const ballot of ballots.filter((one) => one.householdId === householdId)) {
      saidBy.set(headKey, (saidBy.get(headKey) ?? new Set()).add(ballot.choice));
    }
  }
  const isHeld = ({ headKey }: Entitlement): boolean => (saidBy.get(headKey)?.size ?? 0) > 1;
  const said = new Map<string, Choice>();
  for (const line of electorate) {
    const ballot = ballots.find(({ householdId }) => householdId === line.householdId);
    if (ballot && !isHeld(line)) said.set(line.householdId, ballot.choice);
  }
  const mayBeAsked = electorate.filter((line) => {
    const before = [...(saidBy.get(line.headKey) ?? [])];
    const isSilent = !ballots.some(({ householdId }) => householdId === line.householdId);
    return isSilent && (before.length === 0 || (before.length === 1 && before[0] === 'for'));
  });
  const enough = subsetsOf(mayBeAsked.map(({ householdId }) => householdId)).filter((doors) =>
    passes(ruleset, electorate, new Map([...said, ...doors.map((id): [string, Choice] => [id, 'for'])])),
  );
  if (enough.length === 0) return null;
  const least = Math.min(...enough.map((doors) => doors.length));
  return enough.filter((doors) => doors.length === least);
}

const asOneSet = (sets: string[][]): string[] => sets.map((doors) => doors.join(' ')).sort();

function agreesWithTryingAll(ruleset: Ruleset, electorate: Entitlement[], ballots: CountedBallot[]): void {
  const found = valueOf(pivotDoors(ruleset, electorate, ballots, { maxSets: 1000 }));
  const tried = byTryingAll(ruleset, electorate, ballots);
  if (tried === null) {
    expect(found).toEqual({ reach: 'out_of_reach', size: null, exact: true, sets: [], allListed: true });
  } else if (tried[0]?.length === 0) {
    expect(found).toEqual({ reach: 'passes_already', size: 0, exact: true, sets: [], allListed: true });
  } else {
    expect(found).toMatchObject({ reach: 'reachable', size: tried[0]?.length, exact: true, allListed: true });
    expect(asOneSet(found.sets)).toEqual(asOneSet(tried));
  }
}

describe('equal to trying every set', () => {
  test('in small stairwells, with owners of several households and ballots that disagree', () => {
    fc.assert(
      fc.property(anyRound(8, 6), anyRuleset, ({ electorate, ballots }, ruleset) =>
        agreesWithTryingAll(ruleset, electorate, ballots),
      ),
      runs(800),
    );
  });

  test('where few areas are large and one owner holds many households', () => {
    const lumpy = fc
      .array(fc.record({ head: fc.nat({ max: 3 }), areaDm2: fc.constantFrom(100, 200, 5000) }), {
        minLength: 4,
        maxLength: 9,
      })
      .map((lines) => lines.map(({ head, areaDm2 }, i) => ({ householdId: `h${i}`, headKey: `o${head}`, areaDm2 })));
    fc.assert(
      fc.property(lumpy, anyRuleset, (electorate, ruleset) => agreesWithTryingAll(ruleset, electorate, [])),
      runs(400),
    );
  });

  test('up to twenty doors: no smaller set is enough, and each listed one is', () => {
    const random = (seed: number): (() => number) => {
      let state = seed;
      return () => (state = (state * 48271) % 2147483647);
    };
    for (const seed of [3, 17, 2029]) {
      const next = random(seed);
      const electorate = Array.from({ length: 20 }, (_, i) => ({
        householdId: `h${i}`,
        headKey: `o${next() % 14}`,
        areaDm2: 3000 + (next() % 9000),
      }));
      const { size, sets } = valueOf(pivotDoors(lift, electorate, [], { maxSets: 1000 }));
      const leastByTrying = leastOfAll(electorate);
      expect(size).toBe(leastByTrying);
      for (const doors of sets) {
        const ballots = doors.map((householdId): CountedBallot => ({ householdId, choice: 'for' }));
        expect(valueOf(countRound(lift, electorate, ballots, { phase: 'closed' })).decision.verdict).toBe('approved');
      }
    }
  });
});

/** For a round nobody has answered yet: the least number of the 2^20 sets that meets two thirds by heads and area. */
function leastOfAll(electorate: Entitlement[]): number {
  const headNos = [...new Set(electorate.map(({ headKey }) => headKey))];
  const headBit = electorate.map(({ headKey }) => 1 << headNos.indexOf(headKey));
  const areas = electorate.map(({ areaDm2 }) => areaDm2 as number);
  const total = areas.reduce((sum, area) => sum + area, 0);
  const bits = (set: number): number => {
    let count = 0;
    for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
    return count;
  };
  let least = Infinity;
  for (let set = 1; set < 1 << electorate.length; set += 1) {
    const size = bits(set);
    if (size >= least) continue;
    let area = 0;
    let heads = 0;
    for (let i = 0; i < areas.length; i += 1) {
      if ((set >> i) & 1) {
        area += areas[i] as number;
        heads |= headBit[i] as number;
      }
    }
    if (3 * area >= 2 * total && 3 * bits(heads) >= 2 * headNos.length) least = size;
  }
  return least;
}

test('lists as many sets as were asked for, and says when there are more', () => {
  const one = valueOf(pivotDoors(lift, twelve, firstSay(7, 'for'), { maxSets: 4 }));
  expect(one).toMatchObject({ size: 1, sets: [['8'], ['9'], ['10'], ['11']], allListed: false });
  expect(valueOf(pivotDoors(lift, twelve, firstSay(7, 'for'), { maxSets: 5 }))).toMatchObject({ allListed: true });
  expect(valueOf(pivotDoors(lift, twelve, firstSay(4, 'for'))).sets).toHaveLength(20);
});

test('a held owner is not asked again: his ballots must be cleared up first', () => {
  const electorate = electorateOf('1:a:1000 2:a:1000 3:b:6000 4:c:6000');
  expect(valueOf(pivotDoors(lift, electorate, ballotsOf('1:for 1:against')))).toMatchObject({
    size: 2,
    sets: [['3', '4']],
  });
});

test('an area that is not known still lets out of reach be said by heads', () => {
  const electorate = electorateOf('1:a:6000 2:b:? 3:c:6000');
  expect(valueOf(pivotDoors(lift, electorate, ballotsOf('1:against')))).toMatchObject({
    reach: 'out_of_reach',
    size: null,
  });
});

describe('what is asked wrongly is refused', () => {
  test.each([
    [0, ['too_small maxSets']],
    [1001, ['too_large maxSets']],
    [1.5, ['not_an_integer maxSets']],
  ])('%d sets', (maxSets, problems) => {
    expect(refusalOf(pivotDoors(lift, twelve, [], { maxSets }))).toEqual(problems);
  });

  test('an empty electorate, a ruleset without gates', () => {
    expect(refusalOf(pivotDoors(lift, [], []))).toEqual(['empty electorate']);
    expect(refusalOf(pivotDoors({ ...lift, gates: [] }, twelve, []))).toEqual(['empty gates']);
  });
});
