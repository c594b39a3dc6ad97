/** Something in a bundle that is not as it must be, with the place. */
export type Finding =
  | { code: 'malformed'; path: string }
  /** An event at this place in the chain: its number, its content or its link to the one before. */
  | { code: 'chain_broken'; seq: number; why: 'number' | 'content' | 'link' }
  /** What the opening froze is not what the bundle says. */
  | { code: 'opening_differs'; what: OpeningFact }
  /** An event that cannot come here: a ballot after the close, a verdict on a ballot nobody cast… */
  | { code: 'out_of_order'; seq: number; kind: string }
  | { code: 'state_differs'; state: string }
  /** The round's own times are not those of its events. */
  | { code: 'time_differs'; what: 'openedAt' | 'closedAt' | 'announcedAt' }
  /** Answers are given away before the result is announced. */
  | { code: 'disclosed_early' }
  | { code: 'disclosure_missing'; seq: number; ballotId: string; roomNo: string | null; what: 'door' | 'choice' }
  | { code: 'disclosure_stray'; ballotId: string }
  | { code: 'seal_differs'; seq: number; ballotId: string; roomNo: string | null; what: 'door' | 'choice' }
  /** The ballot takes the place of one that did not count for its door. */
  | { code: 'supersedes_other'; seq: number; ballotId: string; roomNo: string | null }
  | { code: 'tally_differs'; what: string }
  | { code: 'verdict_differs'; announced: string; counted: string }
  | { code: 'decision_differs'; what: string }
  | { code: 'uncountable'; path: string }
  | { code: 'posted_head_missing'; head: string; count: number | null; chainCount: number }
  | { code: 'posted_head_misread' }
  | { code: 'older_malformed'; path: string }
  | { code: 'other_round' }
  /** The older bundle has an event at this place that the newer one has not, or has otherwise. */
  | { code: 'not_a_prefix'; seq: number }
  /** False: its check character does not fit, so no receipt ever had this code. */
  | { code: 'receipt_misread' }
  | { code: 'receipt_unknown' };

export type OpeningFact =
  'electorateHash' | 'rulesetHash' | 'motionHash' | 'schemeHash' | 'costTableHash' | 'agreementHash' | 'closesAt';
