import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isStaff, type Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { PersonalRecordsRegistry, type Fate } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import type { ErasureDto } from './dto/privacy.dto';
import { privacyRefusals } from './privacy.refusals';

/**
 * Closes an account for good: takes away what the law lets go and says what stays, why and until when. Ballots, the
 * record chain and the audit log are never touched, so no count changes.
 */
@Injectable()
export class EraseAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly registry: PersonalRecordsRegistry,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** What would be erased and what would stay. @throws erasure_by_operator, duties_open (409) */
  async preview(actor: Actor): Promise<ErasureDto> {
    return this.transactions.read((tx) => this.plan(tx, actor));
  }

  /** Does what the preview says. @throws erasure_by_operator, duties_open (409) */
  async execute(actor: Actor): Promise<ErasureDto> {
    return this.transactions.run(async (tx) => {
      const { accountId } = actor;
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('erasure:' || $1, 0))`, [accountId]);
      const plan = await this.plan(tx, actor);
      const records = this.registry.all();
      const keepsName = (await inTurn(records, (each) => each.isWitness?.(tx, accountId))).includes(true);
      await inTurn(records, (each) => each.erase?.(tx, { actor, at: this.clock.now(), keepsName }));
      const subject = { subjectKind: 'account', subjectId: accountId };
      await this.audit.record(tx, { actor, action: 'account.erase', ...subject, detail: { keepsName } });
      return plan;
    });
  }

  private async plan(tx: EntityManager, { accountId, role }: Actor): Promise<ErasureDto> {
    if (isStaff(role)) throw privacyRefusals.erasure_by_operator();
    const records = this.registry.all();
    const duties = (await inTurn(records, (each) => each.openDuties?.(tx, accountId))).flatMap((each) => each ?? []);
    if (duties.length > 0) throw privacyRefusals.duties_open({ detail: duties.join('；') });
    const fates = (await inTurn(records, (each) => each.fates(tx, accountId))).flatMap((each) => each ?? []);
    return {
      erased: fates.filter(({ why }) => why === undefined).map(({ what }) => ({ what })),
      kept: fates.filter(isKept).map(({ what, why, until }) => ({ what, why, until })),
    };
  }
}

const isKept = (fate: Fate): fate is Required<Fate> => fate.why !== undefined && fate.until !== undefined;

/** One after the other: they share one connection. */
async function inTurn<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R> | undefined,
): Promise<(R | undefined)[]> {
  const answers: (R | undefined)[] = [];
  for (const item of items) answers.push(await work(item));
  return answers;
}
