/** The literals of the wire, in the words of the glossary. */
export type Role = 'resident' | 'volunteer' | 'officer';
export type ClientName = 'h5' | 'weapp' | 'office';
export type Choice = 'for' | 'against' | 'abstain';
export type Channel = 'self_service' | 'home_visit' | 'paper';
export type BallotState = 'counted' | 'awaiting_review' | 'returned' | 'superseded';
export type Relation = 'owner' | 'co_owner' | 'guardian' | 'heir' | 'relative' | 'tenant';
export type BindingMethod = 'slip' | 'roll_phone' | 'office_check';
export type BindingState = 'pending' | 'approved' | 'returned' | 'ended';
export type Stance = 'for' | 'conditional' | 'unsure' | 'against';
export type InterestReason = 'light' | 'noise' | 'cost' | 'safety' | 'privacy' | 'value' | 'mobility' | 'other';
export type VisitOutcome = 'not_home' | 'considering' | 'for' | 'against' | 'refused' | 'moved' | 'wrong_door';
export type IdentityCheck = 'known_in_person' | 'identity_card' | 'title_certificate';
export type Tenure = 'commodity' | 'purchased_public' | 'public_rental';
export type AreaSource = 'registered' | 'surveyed' | 'contracted';
export type OwnerKind = 'person' | 'company' | 'developer' | 'housing_authority';
export type RoundState = 'draft' | 'open' | 'closed' | 'announced' | 'settled' | 'void';
export type ScopeKind = 'stairwell' | 'building' | 'estate';
export type SubmissionKind = 'binding' | 'ballot';
export type SubmissionState = 'received' | 'has_issues' | 'resubmitted' | 'approved' | 'rejected';
export type ReviewVerdict = 'approve' | 'return' | 'reject';
export type Verdict = 'approved' | 'rejected' | 'undecided' | 'undetermined';
export type Basis = 'headcount' | 'exclusive_area';
export type GateRole = 'quorum' | 'approval';
export type ElectronicBallots = 'binding' | 'preparatory';
export type RollImportState = 'previewed' | 'committed';
export type Stage =
  | 'canvass'
  | 'feasibility'
  | 'scheme'
  | 'consultation'
  | 'notice'
  | 'signing'
  | 'approval'
  | 'construction'
  | 'acceptance'
  | 'handover'
  | 'operation';
