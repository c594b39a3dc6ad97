import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  choices,
  findRuleset,
  rulesets,
  type CountedBallot,
  type Entitlement,
  type Result,
  type Ruleset,
} from '../../src/index.ts';

/** Set by the runner of the mutation tests, which runs everything thousands of times. */
const { RUNS_PERCENT: percent } = globalThis as { RUNS_PERCENT?: number };

/** How many random cases to try. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: percent === undefined ? count : Math.max(20, Math.floor((count * percent) / 100)) };
}

fc.configureGlobal(percent === undefined ? {} : { ...runs(100), endOnFailure: true, seed: 278 });

/** The answer of a function that was given nothing wrong. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
  return result.value;
}

/** What a refusal names: `code path`, one line each. */
export function refusalOf(result: Result<unknown>): string[] {
  if (result.ok) throw new Error('was not refused');
  return result.problems.map(({ code, path }) => `${code} ${path}`);
}

export function rulesetOf(id: string): Ruleset {
  return valueOf(findRuleset(id, 1));
}

export function readVector<T>(name: string): T {
  return JSON.parse(readFileSync(`${__dirname}/../../vectors/${name}.json`, 'utf8')) as T;
}

/** `101:a:5000` is household 101 of head a with 5,000 dm²; `?` is an area that is not known. */
export function electorateOf(lines: string): Entitlement[] {
  return lines.split(' ').map((line) => {
    const [householdId, headKey, area] = line.split(':') as [string, string, string];
    return { householdId, headKey, areaDm2: area === '?' ? null : Number(area) };
  });
}

/** `101:for 102:against` */
export function ballotsOf(lines: string): CountedBallot[] {
  return lines
    .split(' ')
    .filter(Boolean)
    .map((line) => {
      const [householdId, choice] = line.split(':') as [string, CountedBallot['choice']];
      return { householdId, choice };
    });
}

/** Twelve households of 60 m², each of its own owner. */
export const twelve = electorateOf(Array.from({ length: 12 }, (_, i) => `${i + 1}:o${i + 1}:6000`).join(' '));

/** The first so many households say this. */
export function firstSay(count: number, choice: CountedBallot['choice'], from = 1): CountedBallot[] {
  return Array.from({ length: count }, (_, i) => ({ householdId: String(from + i), choice }));
}

/** A small stairwell with some owners of several households. */
export function anyElectorate(most: number, heads = most): fc.Arbitrary<Entitlement[]> {
  return fc
    .array(fc.record({ head: fc.nat({ max: heads - 1 }), areaDm2: fc.integer({ min: 1, max: 12_000 }) }), {
      minLength: 1,
      maxLength: most,
    })
    .map((lines) => lines.map(({ head, areaDm2 }, i) => ({ householdId: `h${i}`, headKey: `o${head}`, areaDm2 })));
}

/** Ballots of some of the households, one each, consistent or not. */
export function anyBallots(electorate: readonly Entitlement[]): fc.Arbitrary<CountedBallot[]> {
  return fc
    .array(fc.option(fc.constantFrom(...choices), { nil: null }), {
      minLength: electorate.length,
      maxLength: electorate.length,
    })
    .map((said) =>
      said.flatMap((choice, i) =>
        choice === null ? [] : [{ householdId: (electorate[i] as Entitlement).householdId, choice }],
      ),
    );
}

/** A round: an electorate with the ballots received so far. */
export function anyRound(
  most: number,
  heads = most,
): fc.Arbitrary<{ electorate: Entitlement[]; ballots: CountedBallot[] }> {
  return anyElectorate(most, heads).chain((electorate) =>
    anyBallots(electorate).map((ballots) => ({ electorate, ballots })),
  );
}

export const anyRuleset = fc.constantFrom(...rulesets);
