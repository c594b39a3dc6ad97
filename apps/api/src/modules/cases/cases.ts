import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { appendEvent } from '../chain';
import { CaseBallot } from './case-ballot.entity';
import { Case } from './case.entity';

/** A ballot that must not replace what counts. */
export interface HeldBallot {
  ballotId: string;
  roundId: string;
  householdId: string;
  estateId: string;
  /** The ballot that counts, if it differs from it; else null. */
  earlierBallotId: string | null;
  at: Date;
}

/** The way into a case. The caller holds the round's tally lock. */
@Injectable()
export class Cases {
  constructor(private readonly audit: Audit) {}

  /** The household's case that is not settled; null when there is none. */
  async openOf(tx: EntityManager, roundId: string, householdId: string): Promise<string | null> {
    return (await tx.findOneBy(Case, { roundId, householdId, outcome: IsNull() }))?.id ?? null;
  }

  /**
   * Holds a ballot: it joins the household's open case, or opens one against the ballot that counts, which goes on
   * counting. The chain tells that the ballot is held, and neither of whom nor against what.
   */
  async hold(tx: EntityManager, actor: Actor, openCase: string | null, ballot: HeldBallot): Promise<void> {
    const caseId = openCase ?? (await this.open(tx, ballot));
    await tx.insert(CaseBallot, { ballotId: ballot.ballotId, caseId, joinedAt: ballot.at });
    await appendEvent(tx, ballot.roundId, 'case', { caseId, ballotId: ballot.ballotId }, ballot.at);
    await this.audit.record(tx, {
      actor,
      action: openCase ? 'case.join' : 'case.open',
      subjectKind: 'case',
      subjectId: caseId,
      estateId: ballot.estateId,
      detail: { roundId: ballot.roundId, householdId: ballot.householdId, ballotId: ballot.ballotId },
    });
  }

  /** How many cases are open, by round; a round without any is not in the map. */
  async openByRound(tx: EntityManager, roundIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { roundId: string; open: number }[] = await tx.query(
      `SELECT round_id AS "roundId", count(*)::int AS open
         FROM cases WHERE round_id = ANY($1) AND outcome IS NULL GROUP BY round_id`,
      [roundIds],
    );
    return new Map(rows.map((row) => [row.roundId, row.open]));
  }

  private async open(tx: EntityManager, ballot: HeldBallot): Promise<string> {
    const { roundId, householdId, estateId, earlierBallotId, at } = ballot;
    if (earlierBallotId === null) throw new Error(`ballot ${ballot.ballotId} differs from nothing and opens no case`);
    const seq = (await tx.countBy(Case, { roundId, householdId })) + 1;
    const id = randomUUID();
    await tx.insert(Case, { id, roundId, householdId, seq, estateId, earlierBallotId, openedAt: at });
    return id;
  }
}
