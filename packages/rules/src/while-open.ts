import type { Ruleset, WhileOpen } from './ruleset.ts';

/** Whoever still has to decide must not see how the others did; whoever goes to the doors must know what is left. */
export const usuallyWhileOpen: WhileOpen = { everyone: 'turnout', volunteers: 'distance', officers: 'distance' };

/** What is told of a round while it takes ballots, by the rule it was opened under. */
export function whileOpenOf({ whileOpen = usuallyWhileOpen }: Pick<Ruleset, 'whileOpen'>): WhileOpen {
  return whileOpen;
}
