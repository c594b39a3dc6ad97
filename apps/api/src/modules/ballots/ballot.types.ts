/** What a ballot says. 废票 is a validity, not a choice. */
export const CHOICES = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** How the ballot reached the office. */
export const BALLOT_CHANNELS = ['self_service', 'home_visit', 'paper', 'proxy'] as const;
export type BallotChannel = (typeof BALLOT_CHANNELS)[number];

/** How the person at the door was recognised. */
export const IDENTITY_CHECKS = ['known_in_person', 'identity_card', 'title_certificate'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

export { BOUND_RELATIONS, RELATIONS, type BoundRelation, type Relation } from '../bindings';

/**
 * How a version stands: in force and latest, or that as a withdrawal; in force and replaced; not yet approved; not
 * approved; held, because it differs from the one that counts; set aside by an officer, who asks the household again.
 */
export const BALLOT_STATES = [
  'counted',
  'withdrawn',
  'superseded',
  'awaiting_review',
  'in_case',
  'set_aside',
  'returned',
] as const;
export type BallotState = (typeof BALLOT_STATES)[number];
