import type { EntityManager } from 'typeorm';
import type { BallotSalts } from '../chain';
import { countedBallotsOf } from '../decisions';

/** A ballot with what opens its seals. */
export interface DisclosableBallot {
  ballotId: string;
  householdId: string;
  ballotSeq: number;
  /** null: a withdrawal. */
  choice: 'for' | 'against' | 'abstain' | null;
  contentHash: string;
  salts: BallotSalts;
  /** True for the ballot of its household that counts. */
  counts: boolean;
}

/** Every ballot in the chain of a round, in the order of the chain. Secret until the round is announced. */
export async function disclosableBallots(tx: EntityManager, roundId: string): Promise<DisclosableBallot[]> {
  return tx.query(
    `SELECT v.id AS "ballotId", v.household_id AS "householdId", v.seq AS "ballotSeq", v.choice,
            v.content_hash AS "contentHash", k.salts, c.id IS NOT NULL AS counts
       FROM chain_events k
       JOIN ballots v ON v.round_id = k.round_id AND v.id = (k.payload->>'ballotId')::uuid
       LEFT JOIN ${countedBallotsOf('$1')} c ON c.id = v.id
      WHERE k.round_id = $1 AND k.kind IN ('ballot', 'supersede', 'withdraw')
      ORDER BY k.seq`,
    [roundId],
  );
}

/** Moves with every change of what the bundle of a round says; null for a draft. Read from one row. */
export async function bundleVersion(tx: EntityManager, roundId: string): Promise<number | null> {
  const rows: { version: number }[] = await tx.query('SELECT version FROM round_tallies WHERE round_id = $1', [
    roundId,
  ]);
  return rows[0]?.version ?? null;
}

/** Every round that was ever opened, by its own row, its tally or its chain: none of them can be taken away unseen. */
export async function roundsOnRecord(tx: EntityManager): Promise<{ id: string; title: string }[]> {
  return tx.query(
    `SELECT known.id, coalesce(m.title, '—') AS title
       FROM (SELECT id FROM consultation_rounds WHERE opened_at IS NOT NULL
             UNION SELECT round_id FROM round_tallies
             UNION SELECT round_id FROM chain_events WHERE seq = 1) AS known
       LEFT JOIN consultation_rounds r ON r.id = known.id
       LEFT JOIN motions m ON m.round_id = known.id
      ORDER BY r.opened_at, known.id`,
  );
}

/** Doors of the electorate whose head stands for another number of doors than the row says. */
export async function miscountedHeads(tx: EntityManager, roundId: string): Promise<{ roomNo: string }[]> {
  return tx.query(
    `SELECT room_no AS "roomNo"
       FROM (SELECT room_no, head_households, count(*) OVER (PARTITION BY head_no) AS by_number,
                    count(*) OVER (PARTITION BY head_key) AS by_key
               FROM entitlements WHERE round_id = $1) AS doors
      WHERE head_households <> by_number OR head_households <> by_key
      ORDER BY room_no`,
    [roundId],
  );
}

/** What reviewers said of the ballots of a round, in the order they said it. */
export async function reviewsOfBallots(
  tx: EntityManager,
  roundId: string,
): Promise<{ ballotId: string; verdicts: string[] }[]> {
  return tx.query(
    `SELECT s.ballot_id AS "ballotId", array_agg(w.verdict ORDER BY w.reviewed_at) AS verdicts
       FROM reviews w JOIN submissions s ON s.id = w.submission_id JOIN ballots v ON v.id = s.ballot_id
      WHERE v.round_id = $1 GROUP BY s.ballot_id`,
    [roundId],
  );
}
