/**
 * What neither `verify` nor `recount` vouches for in the tables of a vote, with the reason: a change there is not
 * found by them. Every other column of these tables is, and tampered-rows.spec.ts sees to it for each of them.
 */
export const NOT_VOUCHED_FOR: Record<string, Record<string, string>> = {
  ballots: {
    assisted_by: 'who held the telephone is shown to the household and stands in the audit log; no count rests on it',
  },
  chain_events: {},
  round_tallies: {
    version: 'a number that moves so that pages are read anew; it says nothing',
    counted_at: 'when the sums were last written',
  },
  entitlements: {
    stairwell_id: 'for looking up by place; the place itself is hashed in words',
    floor: 'only sorts the doors; the room number is hashed',
    area_source: 'where the area came from; the area itself is hashed',
    owner_names: 'personal, so it is kept out of a hash that everyone can see; the head number stands for the owner',
  },
  consultation_rounds: {
    estate_id: 'for looking up by place; the place is in the opening event in words',
    scope_kind: 'the same',
    scope_id: 'the same',
    created_by: 'stands in the audit log',
    created_at: 'a draft is no vote yet',
    settled_at: 'after the announcement nothing is counted any more',
    voided_at: 'the chain has the instant; no other reader of the column',
  },
  motions: {},
  submissions: {
    kind: 'a ballot’s submission is found by its ballot',
    estate_id: 'for looking up by place',
    household_id: 'the ballot says which household',
    round_id: 'the ballot says which round',
    binding_id: 'no ballot’s business',
    proxy_authorisation_id: 'no ballot’s business; the letter is in the hash of the ballot cast by it',
    submitted_by: 'the ballot says who recorded it, and that is hashed',
    submitted_at: 'when it came into the queue; the ballot’s own instants are hashed or chained',
    decided_at: 'the chain has the instant of the verdict',
  },
  reviews: {
    id: 'no one refers to it',
    reason: 'words to the household; the chain has the verdict alone, and the audit log the words',
    reviewed_by: 'stands in the audit log; the chain names nobody',
    reviewed_at: 'the chain has the instant of the verdict',
  },
  cases: {
    round_id: 'its ballots say which round',
    household_id: 'its ballots say which household',
    seq: 'orders the cases of a household',
    estate_id: 'for looking up by place',
    earlier_ballot_id: 'what counted before is known from the ballots’ own order',
    opened_at: 'the chain has the instant',
    settled_at: 'the chain has the instant',
  },
  case_ballots: {
    joined_at: 'the chain has the instant',
  },
  case_settlements: {
    id: 'no one refers to it',
    outcome: 'the last one is repeated in the case, which is compared; earlier ones no longer hold',
    ballot_id: 'the same',
    reason: 'words to the household; the audit log has them',
    settled_by: 'stands in the audit log; the chain names nobody',
    settled_at: 'the chain has the instant',
  },
};
