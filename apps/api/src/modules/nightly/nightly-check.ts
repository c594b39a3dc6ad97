import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { VerifyChains, type ChainReport } from '../bundles';
import { RecountRounds, type RecountReport } from '../decisions';

/** What the two checks of a night saw. */
export interface NightlyReport {
  /** In Shanghai. */
  day: string;
  recount: RecountReport;
  chains: ChainReport;
}

const SUBJECT = { subjectKind: 'nightly_check', action: 'nightly_check.run' } as const;

/** Counts every round anew and walks every chain, once a day, whichever of several processes comes first. */
@Injectable()
export class NightlyCheck {
  constructor(
    private readonly transactions: Transactions,
    private readonly recount: RecountRounds,
    private readonly chains: VerifyChains,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Does both checks and writes an audit line; changes nothing else.
   * @returns null when today's were done already, or are being done by another process
   */
  async execute(): Promise<NightlyReport | null> {
    return this.transactions.run(async (tx) => {
      if (!(await isOurs(tx)) || (await this.isDone(tx))) return null;
      const { recount, chains } = await this.transactions.snapshot(async (snapshot) => ({
        recount: await this.recount.execute(snapshot),
        chains: await this.chains.execute(snapshot),
      }));
      const day = this.clock.today();
      await this.audit.record(tx, {
        actor: null,
        ...SUBJECT,
        subjectId: day,
        detail: {
          rounds: chains.rounds,
          countedHouseholds: recount.countedHouseholds,
          events: chains.events,
          ballots: chains.ballots,
          differences: recount.differences.length,
          problems: chains.problems.length,
        },
      });
      return { day, recount, chains };
    });
  }

  /** Whether it was done today. */
  async isDoneToday(): Promise<boolean> {
    return this.transactions.read((tx) => this.isDone(tx));
  }

  private async isDone(tx: EntityManager): Promise<boolean> {
    const done: unknown[] = await tx.query(
      'SELECT 1 FROM audit_events WHERE subject_kind = $1 AND subject_id = $2 AND action = $3 LIMIT 1',
      [SUBJECT.subjectKind, this.clock.today(), SUBJECT.action],
    );
    return done.length > 0;
  }
}

/** The lock goes with the transaction, also when its process is killed. */
async function isOurs(tx: EntityManager): Promise<boolean> {
  const [{ ours }]: [{ ours: boolean }] = await tx.query(
    `SELECT pg_try_advisory_xact_lock(hashtext('jiati nightly check')) AS ours`,
  );
  return ours;
}
