/**
 * Tables no rule touches, each with the reason; together with the rules they name every table there is, and a spec
 * holds that. Read by engineers: what the office is told stands in docs/privacy.md.
 */
export const KEPT_TABLES: Readonly<Record<string, string>> = {
  // What was decided: only ever added, and recounted from.
  ballots: 'the public record of a decision; a tally is counted from it',
  chain_events: 'the record chain; a missing event would break it',
  consent_forms: 'signatures under an agreement that binds',
  entitlements: 'the electorate as it was frozen',
  motions: 'what was decided on',
  consultation_rounds: 'the rounds themselves',
  round_tallies: 'rebuilt from the ballots',
  reviews: 'the second pair of eyes on a ballot or a relation',
  submissions: 'what was reviewed',
  cases: 'which of a household’s answers counts, and why',
  case_ballots: 'which ballots were held',
  case_settlements: 'the officer’s word on a case',
  signatures:
    'stand under ballots and consent forms, whose hashes tell of them; those of returned ballots too, for the chain tells that they were returned',
  proxy_authorisations: 'by whose word somebody else voted; the refused ones tell why somebody did not',
  title_transfers: 'from when on a household was whose',
  disputes: 'why a ballot was frozen',

  // Who did what.
  audit_events: 'never deleted by default: an office that must, archives and drops them by hand as the owner',
  privacy_consents: 'proof of what was agreed to; holds no name',

  // What is true now, edited or ended by people.
  accounts: 'emptied when closed; the row stays for what points at it',
  bindings: 'who was bound when; names are emptied when the account is closed',
  estates: 'the place',
  buildings: 'the place',
  stairwells: 'the place',
  households: 'the place',
  ownerships: 'the roll',
  slips: 'one row a household, replaced by the next slip; the PIN is a hash',
  remits: 'who had a say where, and when it was taken back',
  reminder_choices: 'how somebody wants to be reminded; removed when they take it back or close the account',
  recovery_codes: 'hashes; replaced together',
  passkeys: 'public keys; removed by their owner or the operator',
  weapp_identities: 'removed when the account is closed',

  // Not about people.
  data_keys: 'keys, wrapped',
  demo_notes: 'made-up people; empty outside the demo',
  migrations: 'the schema’s own history',
};
