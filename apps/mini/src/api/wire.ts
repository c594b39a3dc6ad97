import type { MyHousehold as MyHouseholdAtLeast, Session as SessionAtLeast, Relation } from '@jiati/contracts';

/** The wire shapes the residents' and volunteers' pages read and write: those of the API's own description. */
export type {
  BallotPaper,
  BallotState,
  Channel,
  Check,
  Choice,
  Decision,
  DemoGuide,
  Faq,
  InterestReason,
  MyBallot,
  OpenLetter,
  PublicRound,
  PublicStairwell,
  ReceiptCheck,
  Relation,
  RollMatch,
  SessionAccount as Account,
  Stage,
  Stance,
} from '@jiati/contracts';

export type HelperRelation = 'child' | 'spouse' | 'grandchild' | 'other_relative' | 'neighbour' | 'carer';

/** Who operates the phone beside the person the account belongs to. */
export interface Helper {
  helperName: string;
  helperRelation: HelperRelation;
}

export interface Session extends SessionAtLeast {
  assurance: 'full' | 'password_only';
  /** What has to be done before anything else. */
  next: 'none' | 'totp' | 'enrol_totp' | 'change_password' | 'set_device_pin' | 'unlock';
  helper: Helper | null;
}

export interface MyHousehold extends Omit<MyHouseholdAtLeast, 'bindingState'> {
  bindingState: PersonState;
  /** Why the office gave it back; null in every other state. */
  returnReason?: string | null;
  expiresOn?: string | null;
  /** A dispute is open: nobody votes for the household until it is settled. */
  frozen?: boolean;
}

export interface Device {
  id: string;
  deviceName: string;
  client: 'h5' | 'weapp' | 'office';
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  isThis: boolean;
}

export type PersonState = 'pending' | 'approved' | 'returned' | 'expired' | 'ended';

/** Somebody bound to a household, as the others of the household may see them. */
export interface HouseholdPerson {
  bindingId: string;
  personName: string;
  relation: Relation;
  state: PersonState;
  since: string;
  expiresOn: string | null;
  isMe: boolean;
}

export type EvidenceKind = 'title_certificate' | 'identity_card' | 'guardianship' | 'inheritance' | 'lease' | 'other';

export interface BindingEvidence {
  documentKind: EvidenceKind;
  documentNumber?: string;
  photoBase64?: string;
}

export type ProxyState = 'pending' | 'approved' | 'returned' | 'rejected' | 'revoked' | 'expired';

export interface ProxyAuthorisation {
  id: string;
  householdId: string;
  stairwellCode: string;
  estateName: string;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
  round: { id: string; title: string; state: string } | null;
  proxyName: string;
  proxyPhoneMasked: string;
  /** Who gave it, masked; for the one who received it. */
  givenByName: string;
  documentKind: EvidenceKind;
  documentNumberMasked: string;
  validFromOn: string;
  validUntilOn: string;
  state: ProxyState;
  returnReason: string | null;
}

export interface GiveProxyInput {
  id: string;
  householdId: string;
  roundId: string | null;
  proxyName: string;
  proxyPhone: string;
  documentKind: EvidenceKind;
  documentNumber: string;
  letterPhotoBase64: string;
  validFromOn: string;
  validUntilOn: string;
}

export interface Purpose {
  id: string;
  title: string;
  text: string;
  version: string;
  basis: 'consent' | 'contract' | 'legal_duty';
  /** The article it rests on, where that was confirmed. */
  citation: string | null;
  required: boolean;
  keptFor: string;
}

export interface Consent {
  purpose: string;
  textVersion: string;
  givenAt: string;
  withdrawnAt: string | null;
}

/** What an erasure takes away and what the law makes us keep. */
export interface Erasure {
  erased: { what: string }[];
  kept: { what: string; why: string; until: string }[];
}
