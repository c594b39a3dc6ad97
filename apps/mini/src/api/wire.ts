/** The wire shapes the residents' and volunteers' pages read and write: those of the API's own description. */
export type {
  BallotPaper,
  BallotState,
  Channel,
  Check,
  Choice,
  Decision,
  InterestReason,
  MyBallot,
  MyHousehold,
  PublicRound,
  PublicStairwell,
  ReceiptCheck,
  Relation,
  RollMatch,
  Session,
  SessionAccount as Account,
  Stage,
  Stance,
} from '@jiati/contracts';

export interface Faq {
  id: string;
  question: string;
  answer: string;
  /** `verified` is false for what was seen as a copy and an office has still to confirm. */
  citations: { label: string; text: string; verified: boolean }[];
}

export interface OpenLetter {
  title: string;
  paragraphs: string[];
  signedBy: string;
  sources: { label: string }[];
}

/** On a demonstration: who can be played, and with which password. */
export interface DemoGuide {
  people: { role: string; title: string; how: string[]; username?: string; password?: string; phone?: string }[];
  stairwells: { code: string; label: string; note: string }[];
  slips: { code: string; roomNo: string; pin: string }[];
  phoneCodes: { phone: string; code: string; sentAt: string }[];
}
