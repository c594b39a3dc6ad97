import { Problems } from './check-input.ts';
import { countRound, type Decision, type Phase } from './decision.ts';
import type { Entitlement } from './electorate.ts';
import { ok, refuse, type Result } from './result.ts';
import type { Ruleset } from './ruleset.ts';
import type { CountedBallot, Tally } from './tally.ts';

export interface PublicHousing {
  /** The households let as public housing (公房). */
  householdIds: readonly string[];
  /** What their tenants say. Kept apart from the title holder's ballot, which is among the ballots. */
  tenantOpinions: readonly CountedBallot[];
}

interface Count {
  tally: Tally;
  decision: Decision;
}

/** The same round counted both ways, and whether it matters. */
export interface BothWays {
  /** The way the ruleset says counts. */
  counts: Ruleset['publicHousing'];
  titleHolder: Count;
  tenantOpinion: Count;
  /** Whether the doubt about public housing changes what is certain or possible, and with it, once closed, the verdict. */
  changesResult: boolean;
}

/**
 * Counts a round with public housing both ways. In law the owner is the title holder, the housing company; a tenant has no
 * ballot of his own (司法解释 art. 16). Some offices ask the tenant in his place. So both numbers are shown, and the ruleset
 * says which one counts.
 *
 * Counted by tenants, each public household is a head of its own and its tenant's opinion stands in for the title holder's
 * ballot; counted by title holders, the opinions are left out and one company is one head.
 */
export function countBothWays(
  ruleset: Ruleset,
  electorate: readonly Entitlement[],
  ballots: readonly CountedBallot[],
  publicHousing: PublicHousing,
  options: { phase: Phase },
): Result<BothWays> {
  const isPublic = new Set(publicHousing.householdIds);
  const problems = new Problems();
  publicHousing.householdIds.forEach((householdId, i) => {
    const listed = electorate.some((entitlement) => entitlement.householdId === householdId);
    if (!listed) problems.add('unknown_household', `publicHousing.householdIds[${i}]`, householdId);
  });
  publicHousing.tenantOpinions.forEach(({ householdId }, i) => {
    const path = `publicHousing.tenantOpinions[${i}].householdId`;
    if (!isPublic.has(householdId)) problems.add('unknown_household', path, householdId);
  });
  if (!problems.none) return refuse(...problems.list);

  const titleHolder = countRound(ruleset, electorate, ballots, options);
  if (!titleHolder.ok) return titleHolder;
  const tenantOpinion = countRound(
    ruleset,
    electorate.map((line) =>
      isPublic.has(line.householdId) ? { ...line, headKey: `tenant:${line.householdId}` } : line,
    ),
    [...ballots.filter(({ householdId }) => !isPublic.has(householdId)), ...publicHousing.tenantOpinions],
    options,
  );
  if (!tenantOpinion.ok) return tenantOpinion;
  const { certain, possible } = titleHolder.value.decision;
  const other = tenantOpinion.value.decision;
  return ok({
    counts: ruleset.publicHousing,
    titleHolder: titleHolder.value,
    tenantOpinion: tenantOpinion.value,
    changesResult: certain !== other.certain || possible !== other.possible,
  });
}
