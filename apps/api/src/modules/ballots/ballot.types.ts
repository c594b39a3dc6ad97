/** What a ballot says. 废票 is a validity, not a choice. */
export const CHOICES = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** How the ballot reached the office. */
export const BALLOT_CHANNELS = ['self_service', 'home_visit', 'paper'] as const;
export type BallotChannel = (typeof BALLOT_CHANNELS)[number];

/** How the person at the door was recognised. */
export const IDENTITY_CHECKS = ['known_in_person', 'identity_card', 'title_certificate'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

/** Relation of the signer to the household; the first four may cast its ballot. */
export const RELATIONS = ['owner', 'co_owner', 'guardian', 'heir', 'relative', 'tenant'] as const;
export type Relation = (typeof RELATIONS)[number];

const MAY_VOTE: readonly string[] = ['owner', 'co_owner', 'guardian', 'heir'];

/** Whether someone of this relation may cast the household's ballot (司法解释 arts. 1 and 16: a tenant may not). */
export function relationMayVote(relation: string): boolean {
  return MAY_VOTE.includes(relation);
}
