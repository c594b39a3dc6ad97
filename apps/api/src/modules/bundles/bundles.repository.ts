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
      WHERE k.round_id = $1 AND k.kind IN ('ballot', 'withdraw')
      ORDER BY k.seq`,
    [roundId],
  );
}

/** Every round that was ever opened, oldest first. */
export async function openedRounds(tx: EntityManager): Promise<{ id: string; title: string }[]> {
  return tx.query(
    `SELECT r.id, m.title FROM consultation_rounds r JOIN motions m ON m.round_id = r.id
      WHERE r.opened_at IS NOT NULL ORDER BY r.opened_at, r.id`,
  );
}
