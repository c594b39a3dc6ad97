import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { contentHash } from './canonical';

const SALT_BYTES = 32;
/**
 * Makes trying out all 2^54 receipt codes of one ballot about four hundred times dearer: years of a large graphics
 * card's work, for a single door's answer. Costs a casting a twentieth of a millisecond.
 */
const RECEIPT_ROUNDS = 200;

/** What opens the two seals of a ballot: 64 hex digits each. */
export interface BallotSalts {
  door: string;
  choice: string;
}

/** A ballot as far as its seals cover it. */
export interface SealableBallot {
  id: string;
  householdId: string;
  seq: number;
  /** null: a withdrawal. */
  choice: string | null;
  contentHash: string;
}

/** A ballot's event: who may read what follows from which seal is opened. */
export interface BallotPayload {
  ballotId: string;
  channel: string;
  /** True: counts only once an `approve` event names it. */
  needsReview: boolean;
  doorSeal: string;
  choiceSeal: string;
  receiptHash: string;
  /** Only of a `supersede`: the ballot of the same door whose place it takes. */
  supersedes?: string;
}

/** Fresh salts for one ballot. */
export function newSalts(): BallotSalts {
  return { door: randomBytes(SALT_BYTES).toString('hex'), choice: randomBytes(SALT_BYTES).toString('hex') };
}

/** Commits to which door's ballot it is, and which of that door's ballots. */
export function doorSeal(ballot: SealableBallot, salts: BallotSalts): string {
  return contentHash({
    ballotId: ballot.id,
    householdId: ballot.householdId,
    ballotSeq: ballot.seq,
    salt: salts.door,
  });
}

/** Commits to what it says, and through the content hash to everything that was sent with it. */
export function choiceSeal(ballot: SealableBallot, salts: BallotSalts): string {
  return contentHash({
    ballotId: ballot.id,
    choice: ballot.choice,
    contentHash: ballot.contentHash,
    salt: salts.choice,
  });
}

/** By this the holder of a receipt finds the ballot in a public bundle. PBKDF2-SHA-256, salted with the ballot's id. */
export async function receiptHash(receiptCode: string, ballotId: string): Promise<string> {
  const derived = await promisify(pbkdf2)(receiptCode, ballotId, RECEIPT_ROUNDS, SALT_BYTES, 'sha256');
  return derived.toString('hex');
}

/** The public part of a ballot's event, and the salts that stay behind. */
export async function sealBallot(
  ballot: SealableBallot & { channel: string; needsReview: boolean; receiptCode: string },
): Promise<{ payload: BallotPayload; salts: BallotSalts }> {
  const salts = newSalts();
  const payload = {
    ballotId: ballot.id,
    channel: ballot.channel,
    needsReview: ballot.needsReview,
    doorSeal: doorSeal(ballot, salts),
    choiceSeal: choiceSeal(ballot, salts),
    receiptHash: await receiptHash(ballot.receiptCode, ballot.id),
  };
  return { payload, salts };
}
