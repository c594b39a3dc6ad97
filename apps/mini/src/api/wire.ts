import type {
  BallotState,
  BindingState,
  Channel,
  Choice,
  ElectronicBallots,
  InterestReason,
  Relation,
  Role,
  Stage,
  Stance,
} from '@jiati/contracts';

/** The wire shapes the residents' pages read and write. */
export type { BallotState, Channel, Choice, InterestReason, Relation, Stage, Stance };

export interface Check {
  gateId: string;
  role: string;
  basis: 'headcount' | 'exclusive_area';
  base: 'electorate' | 'participants';
  numerator: number;
  denominator: number;
  comparison: 'at_least' | 'more_than';
  part: number;
  whole: number;
  required: number;
  met: boolean | null;
  shortBy: number;
  citation: { document: string; article: string };
}

export interface Decision {
  verdict: 'approved' | 'rejected' | 'undecided' | 'undetermined';
  certain: boolean;
  possible: boolean;
  checks: Check[];
  missing: { householdId: string }[];
}

export interface Account {
  id: string;
  role: Role;
  displayName: string;
  phoneMasked: string | null;
}

export interface Session {
  token: string | null;
  account: Account;
  expiresAt: string;
}

export interface RulesetSummary {
  id: string;
  version: number;
  verified: boolean;
  electronicBallots: ElectronicBallots;
}

export interface PublicRound {
  id: string;
  state: 'open' | 'closed' | 'announced' | 'settled';
  title: string;
  statement: string;
  ruleset: RulesetSummary;
  openedAt: string;
  closesAt: string;
  closedAt: string | null;
  announcedAt: string | null;
  turnout: Check[];
  decision: Decision | null;
  countedAt: string;
}

export interface PublicStairwell {
  code: string;
  estateName: string;
  buildingName: string;
  name: string;
  householdCount: number;
  floorCount: number;
  builtYear: number | null;
  hotline: string | null;
  stage: Stage;
  stageSinceOn: string;
  interest: { registeredHouseholds: number };
  round: PublicRound | null;
}

export interface Faq {
  id: string;
  question: string;
  answer: string;
  citations: { label: string; text: string; verified: boolean }[];
}

export interface OpenLetter {
  title: string;
  paragraphs: string[];
  signedBy: string;
  sources: { label: string }[];
}

export interface MyBallot {
  id: string;
  seq: number;
  choice: Choice;
  channel: Channel;
  state: BallotState;
  receivedAt: string;
  receiptCode: string;
}

export interface MyHousehold {
  bindingId: string;
  householdId: string;
  relation: Relation;
  bindingState: BindingState;
  mayVote: boolean;
  stairwellCode: string;
  estateName: string;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
  floor: number;
  areaDm2: number | null;
  interest: { stance: Stance; receivedAt: string } | null;
  round: {
    id: string;
    state: PublicRound['state'];
    title: string;
    closesAt: string;
    myBallot: MyBallot | null;
    consentSignedAt: string | null;
  } | null;
}

export interface RollMatch {
  stairwellCode: string;
  estateName: string;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
}

export interface CostShareRow {
  householdId: string;
  roomNo: string;
  floor: number;
  amountFen: number;
}

export interface BallotPaper {
  round: {
    id: string;
    state: PublicRound['state'];
    title: string;
    statement: string;
    closesAt: string;
    ruleset: RulesetSummary;
  };
  household: {
    householdId: string;
    roomNo: string;
    buildingName: string;
    stairwellName: string;
    estateName: string;
    areaDm2: number | null;
  };
  mayVote: boolean;
  documents: {
    scheme: { text: string; hash: string };
    costTable: { rows: CostShareRow[]; totalFen: number; subsidyFen: number; hash: string };
    agreement: { text: string; hash: string };
  };
  myShareFen: number | null;
  citations: { label: string; text: string }[];
  ballots: MyBallot[];
  consent: { signedAt: string } | null;
}

export interface CastBallotResult {
  ballot: MyBallot;
  turnout: Check[];
  closesAt: string;
}

export interface ReceiptCheck {
  state: BallotState;
  roundTitle: string;
  place: string;
  roomNo: string;
  choice: Choice | null;
  channel: Channel;
  receivedAt: string;
}

export interface DemoGuide {
  people: {
    role: string;
    title: string;
    how: string[];
    username?: string;
    password?: string;
    phone?: string;
  }[];
  stairwells: { code: string; label: string; note: string }[];
  slips: { code: string; roomNo: string; pin: string }[];
  phoneCodes: { phone: string; code: string; sentAt: string }[];
}
