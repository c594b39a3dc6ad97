import { readFileSync } from 'node:fs';
import {
  countRound,
  findRuleset,
  type Choice,
  type CountedBallot,
  type Decision,
  type Entitlement,
} from '../src/index.ts';

interface TallyCase {
  id: string;
  title: string;
  units: { unit: string; owner: string; area_centi_m2: number }[];
  votes: Record<string, 'Y' | 'N' | 'A' | null>;
  totals: Record<'P' | 'A' | 'part_p' | 'part_a' | 'yes_p' | 'yes_a', number>;
  expected: Record<
    string,
    Record<'quorum_persons' | 'quorum_area' | 'approve_persons' | 'approve_area' | 'passed', boolean>
  >;
}

const cases = JSON.parse(readFileSync(`${__dirname}/../vectors/tally-cases.json`, 'utf8')) as TallyCase[];

const rulesetIds: Record<string, string> = {
  civil278_7: 'cn-278-7',
  civil278_1_2: 'cn-278-majority',
  old_2_3_all: 'cn-2018-two-thirds-of-all',
  unanimous_all: 'unanimous',
};
const choiceOf: Record<'Y' | 'N' | 'A', Choice> = { Y: 'for', N: 'against', A: 'abstain' };

function countUnder(rule: string, { units, votes }: TallyCase) {
  const ruleset = findRuleset(rulesetIds[rule] as string, 1);
  if (!ruleset.ok) throw new Error(`no ruleset for ${rule}`);
  const electorate: Entitlement[] = units.map(({ unit, owner, area_centi_m2 }) => ({
    householdId: unit,
    headKey: owner,
    areaDm2: area_centi_m2,
  }));
  const ballots = Object.entries(votes).flatMap(([householdId, mark]): CountedBallot[] =>
    mark === null ? [] : [{ householdId, choice: choiceOf[mark] }],
  );
  const counted = countRound(ruleset.value, electorate, ballots, { phase: 'closed' });
  if (!counted.ok) throw new Error(JSON.stringify(counted.problems));
  return counted.value;
}

/** A rule without a quorum has nothing to fail there. */
function met({ checks }: Decision, gateId: string): boolean {
  return checks.find((check) => check.gateId === gateId)?.met ?? true;
}

const everyCaseAndRule = cases.flatMap((one) => Object.keys(one.expected).map((rule) => ({ id: one.id, rule, one })));

test('there are thirty cases and each is judged under four rules', () => {
  expect(cases).toHaveLength(30);
  expect(everyCaseAndRule).toHaveLength(120);
});

test.each(everyCaseAndRule)('$id under $rule', ({ rule, one }) => {
  const { tally, decision } = countUnder(rule, one);
  expect({
    P: tally.electorate.heads,
    A: tally.electorate.areaDm2,
    part_p: tally.participating.heads,
    part_a: tally.participating.areaDm2,
    yes_p: tally.for.heads,
    yes_a: tally.for.areaDm2,
  }).toEqual(one.totals);
  expect({
    quorum_persons: met(decision, 'quorum_heads'),
    quorum_area: met(decision, 'quorum_area'),
    approve_persons: met(decision, 'approval_heads'),
    approve_area: met(decision, 'approval_area'),
    passed: decision.verdict === 'approved',
  }).toEqual(one.expected[rule]);
});
