/** By heads (人数) or by exclusive area (专有部分面积). */
export type Basis = 'headcount' | 'exclusive_area';

/** Where a number comes from. */
export interface Citation {
  document: string;
  article: string;
}

/**
 * One threshold of a rule (关口): a ratio, a comparison and a named base, never a bare percentage.
 *
 * - `quorum`: how many must take part. part = those taking part, whole = all.
 * - `approval`: how many must agree. part = those for; whole = all, or those taking part, as `base` says.
 * - `no_objection`: nobody may be against. part = heads that are not against, whole = all heads, 1/1.
 *
 * `at_least` is 以上, which includes the number itself (民法典 art. 1259); `more_than` is 过半数, which does not.
 */
export interface Gate {
  id: string;
  role: 'quorum' | 'approval' | 'no_objection';
  basis: Basis;
  base: 'electorate' | 'participants';
  numerator: number;
  denominator: number;
  comparison: 'at_least' | 'more_than';
  citation: Citation;
}

/** How long something must hang on the wall, and how its days are counted. See `deadline`. */
export interface NoticePeriod {
  what: 'scheme' | 'letters_of_objection';
  days: number;
  counting: 'natural' | 'working';
  firstDay: 'next_day' | 'same_day';
  citation: Citation;
}

/** A second motion that must pass as well when something more than the stairwell's own is touched. */
export interface LinkedMotion {
  when: 'estate_common_land_used';
  rulesetId: string;
  rulesetVersion: number;
}

/** How a ballot comes in: by one's own phone, at the door, on paper at the office, by letter. */
export type BallotChannel = 'self_service' | 'home_visit' | 'paper' | 'proxy';

/** What a ballot may bring along to show whose it is. A proxy's letter is looked at before, not with the ballot. */
export type EvidenceItem = 'signature' | 'signer_name' | 'signer_relation' | 'identity_check' | 'paper_photo';

export type LeastEvidence = Readonly<Record<BallotChannel, readonly EvidenceItem[]>>;

/**
 * What is told of a round while it takes ballots (征询进行中). `turnout`: how many take part, by gate. `distance`: also how
 * far each gate is and which doors would decide. Who chose what is told to nobody before the round is closed; and nobody
 * can be kept from the turnout, because the length of the public record tells it.
 */
export interface WhileOpen {
  everyone: 'turnout';
  /** Those of the stairwell itself. */
  volunteers: 'turnout' | 'distance';
  officers: 'turnout' | 'distance';
}

/** A rule of deciding, as data. A round pins one version; a changed rule is a new version. */
export interface Ruleset {
  id: string;
  version: number;
  /** Chinese, as shown to people. */
  name: string;
  /** Chinese: the place it holds for. */
  jurisdiction: string;
  /** Title of the law or notice, its number if it has one, and the article the thresholds rest on. */
  document: string;
  documentNo: string | null;
  article: string;
  /** `false` until an office has confirmed it against the official text; the screen says so. */
  verified: boolean;
  /** Kept only to read old records. */
  archived: boolean;
  /** YYYY-MM-DD, or `null` where it is not known. */
  inForceFrom: string | null;
  inForceUntil: string | null;
  /** Who may be asked. Apart from who benefits, which is always the stairwell. */
  scopes: readonly ('stairwell' | 'building' | 'estate')[];
  gates: readonly Gate[];
  /** 弃权: takes part and does not agree. The only reading the law's words allow; written out so that it is seen. */
  abstaining: 'takes_part_without_agreeing';
  /** 未回收: silence is never agreement. */
  silence: 'never_agreement';
  /** What objections do apart from the gates. */
  objections: 'mediated' | 'none_in_writing_or_settled_before_filing' | 'not_stated';
  notices: readonly NoticePeriod[];
  /** How many owners one person may act for; `null` where the rule does not say. */
  proxyCap: number | null;
  /** `binding` only where an office has confirmed it in writing; else the app prepares the paper. */
  electronicBallots: 'binding' | 'preparatory';
  /** Without which a ballot is not taken, by channel. Rules pinned before it was written down have none: see `leastEvidenceOf`. */
  leastEvidence?: LeastEvidence;
  /** Rules pinned before it was written down have none: see `whileOpenOf`. */
  whileOpen?: WhileOpen;
  /** Owners who must consent by name, whatever the counts. */
  mustConsent: readonly 'owners_whose_exclusive_part_is_used'[];
  linkedMotions: readonly LinkedMotion[];
  /** Whether a ballot may be changed: until the round closes, or never. */
  changeOfMind: 'until_close' | 'never';
  /** 公房: whose word counts for the household. */
  publicHousing: 'title_holder' | 'tenant_opinion';
}
