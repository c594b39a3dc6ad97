import type { EntityManager } from 'typeorm';
import { contentHash } from './canonical';
import { chainHeadOf, insertEvent } from './chain.repository';
import { NOTHING_BEFORE, type ChainEventKind, type ChainEventRow, type ChainHead } from './chain.types';
import { sealBallot, type BallotSalts, type SealableBallot } from './seal-ballot';

/**
 * Adds an event to a round's record chain (记录链), in the transaction of what it records and under the round's tally
 * lock: the chain never tells of something that did not happen, nor leaves out something that did. A round that was
 * opened before there were chains has none and gets none: a chain that does not begin with its opening proves nothing.
 * @param payload public facts, as canonical JSON knows them: whole numbers, text, true, false, null
 * @param at the instant of what is recorded, not of the writing
 */
export async function appendEvent(
  tx: EntityManager,
  roundId: string,
  kind: ChainEventKind,
  payload: object,
  at: Date,
): Promise<void> {
  const last = await chainHeadOf(tx, roundId);
  if ((last === null) === (kind === 'open')) await link(tx, roundId, last, { kind, payload, at, salts: null });
}

/**
 * Records a ballot: sealed, so that neither the door nor the choice can be read off before the seals are opened. That it
 * is a withdrawal is told: the public turnout drops with it anyway.
 * @param supersedes the ballot that counted for the door until this one, which counts at once
 */
export async function appendBallot(
  tx: EntityManager,
  roundId: string,
  ballot: SealableBallot & { channel: string; needsReview: boolean; receiptCode: string; receivedAt: Date },
  supersedes?: string,
): Promise<void> {
  const last = await chainHeadOf(tx, roundId);
  if (last === null) return;
  const { payload, salts } = await sealBallot(ballot);
  const kind = ballot.choice === null ? 'withdraw' : supersedes === undefined ? 'ballot' : 'supersede';
  await link(tx, roundId, last, { kind, payload: { ...payload, supersedes }, at: ballot.receivedAt, salts });
}

async function link(
  tx: EntityManager,
  roundId: string,
  last: ChainHead | null,
  what: { kind: ChainEventKind; payload: object; at: Date; salts: BallotSalts | null },
): Promise<void> {
  const event = {
    seq: (last?.count ?? 0) + 1,
    kind: what.kind,
    payload: what.payload as Record<string, unknown>,
    at: what.at,
    previousHash: last?.head ?? NOTHING_BEFORE,
  };
  await insertEvent(tx, roundId, { ...event, hash: hashOfEvent(roundId, event) }, what.salts);
}

/** SHA-256 over the canonical form of everything an event says, its place and the hash before it. */
export function hashOfEvent(roundId: string, event: Omit<ChainEventRow, 'hash'>): string {
  const { seq, kind, payload, at, previousHash } = event;
  return contentHash({ roundId, seq, kind, payload, at: at.toISOString(), previousHash });
}
