import type { Decision, Ruleset } from '@jiati/rules';

/** Everything about a round that anyone may have (公开包). No name, no telephone; answers only once announced. */
export interface Bundle {
  format: 'jiati-bundle';
  version: 1;
  round: BundleRound;
  ruleset: Ruleset;
  electorate: BundleDoor[];
  chain: BundleEvent[];
  disclosures: Disclosure[];
  decision: Decision | null;
}

export interface BundleRound {
  id: string;
  state: 'open' | 'closed' | 'announced' | 'settled' | 'void';
  title: string;
  statement: string;
  openedAt: string;
  closesAt: string;
  closedAt: string | null;
  announcedAt: string | null;
  schemeHash: string;
  costTableHash: string;
  agreementHash: string;
}

/** A door that is asked: it weighs `areaDm2` and, with the doors of the same `headNo`, one head. */
export interface BundleDoor {
  householdId: string;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
  areaDm2: number | null;
  headNo: number;
  tenure: string;
}

export interface BundleEvent {
  seq: number;
  kind: string;
  at: string;
  payload: Record<string, unknown>;
  previousHash: string;
  hash: string;
}

/** Opens the seals of a ballot's event: the door for every ballot, the choice for those that count. */
export interface Disclosure {
  ballotId: string;
  householdId: string;
  /** 1 for the door's first ballot, 2 for its second… */
  ballotSeq: number;
  doorSalt: string;
  choice: 'for' | 'against' | 'abstain' | null;
  contentHash: string | null;
  choiceSalt: string | null;
}
