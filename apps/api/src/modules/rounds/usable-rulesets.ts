import { rulesets, type Ruleset } from '@jiati/rules';
import type { ScopeKind } from './round.types';
import { refusals } from './rounds.refusals';

/** The rulesets a new round may choose: the newest version of each, without the archived ones. */
export function usableRulesets(): Ruleset[] {
  const newest = new Map<string, Ruleset>();
  for (const ruleset of rulesets) {
    const known = newest.get(ruleset.id);
    if (!ruleset.archived && (!known || known.version < ruleset.version)) newest.set(ruleset.id, ruleset);
  }
  return [...newest.values()];
}

/**
 * The ruleset a round names, fit for its scope.
 * @throws ruleset_unknown (400), ruleset_scope (409)
 */
export function rulesetFor(rulesetId: string, scopeKind: ScopeKind): Ruleset {
  const ruleset = usableRulesets().find(({ id }) => id === rulesetId);
  if (!ruleset) throw refusals.ruleset_unknown();
  if (!ruleset.scopes.includes(scopeKind)) throw refusals.ruleset_scope({ scopes: ruleset.scopes });
  return ruleset;
}
