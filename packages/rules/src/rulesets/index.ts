import { ok, refuse, type Result } from '../result.ts';
import type { Ruleset } from '../ruleset.ts';
import { civilCode278Majority, civilCode278Rebuilding, twoThirdsOfAll2018, unanimous } from './national.ts';
import { beijing2020, guangzhou2025, hangzhou2021, jinan2019, ningboLift } from './other-cities.ts';
import { shanghai749Building, shanghai749Estate, shanghai801Building, shanghai801Estate } from './shanghai.ts';

/** Every rule that is shipped, the national one first. A published version is never changed: a correction is a new version. */
export const rulesets: readonly Ruleset[] = [
  civilCode278Rebuilding,
  civilCode278Majority,
  shanghai801Building,
  shanghai801Estate,
  shanghai749Building,
  shanghai749Estate,
  hangzhou2021,
  ningboLift,
  guangzhou2025,
  beijing2020,
  jinan2019,
  twoThirdsOfAll2018,
  unanimous,
];

/** The version of a rule that a round has pinned. */
export function findRuleset(id: string, version: number): Result<Ruleset> {
  const found = rulesets.find((ruleset) => ruleset.id === id && ruleset.version === version);
  return found ? ok(found) : refuse({ code: 'unknown_ruleset', path: 'rulesetId', found: `${id}@${version}` });
}
