import type { EntityManager } from 'typeorm';
import type { ChainEventRow, ChainHead } from './chain.types';
import type { BallotSalts } from './seal-ballot';

/** Length and last hash of a round's chain, by its tally row; null when it has none. */
export async function chainHeadOf(tx: EntityManager, roundId: string): Promise<ChainHead | null> {
  const rows: ChainHead[] = await tx.query(
    'SELECT chain_count AS count, chain_head AS head FROM round_tallies WHERE round_id = $1 AND chain_count > 0',
    [roundId],
  );
  return rows[0] ?? null;
}

/** Adds an event and moves the head. Two at once for the same place collide on the primary key. */
export async function insertEvent(
  tx: EntityManager,
  roundId: string,
  event: ChainEventRow,
  salts: BallotSalts | null,
): Promise<void> {
  await tx.query(
    `WITH event AS (
       INSERT INTO chain_events (round_id, seq, kind, payload, at, previous_hash, hash, salts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING round_id, seq, hash)
     UPDATE round_tallies t SET chain_count = event.seq, chain_head = event.hash, version = t.version + 1
       FROM event WHERE t.round_id = event.round_id`,
    [
      roundId,
      event.seq,
      event.kind,
      JSON.stringify(event.payload),
      event.at,
      event.previousHash,
      event.hash,
      salts && JSON.stringify(salts),
    ],
  );
}

/** A round's chain in order, with the salts: what leaves the server is decided by whoever asks. */
export async function eventsOf(
  tx: EntityManager,
  roundId: string,
): Promise<(ChainEventRow & { salts: BallotSalts | null })[]> {
  return tx.query(
    `SELECT seq, kind, payload, at, previous_hash AS "previousHash", hash, salts
       FROM chain_events WHERE round_id = $1 ORDER BY seq`,
    [roundId],
  );
}
