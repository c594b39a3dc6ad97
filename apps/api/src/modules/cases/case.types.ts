/** How an officer settled a case: the earlier ballot, one of the later ones, or nothing until the household votes anew. */
export const CASE_OUTCOMES = ['earlier', 'later', 'ask_again'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export const CASE_STATES = ['open', 'settled'] as const;
export type CaseState = (typeof CASE_STATES)[number];
