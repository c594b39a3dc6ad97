import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { appendEvent } from '../chain';
import { Tallies } from '../decisions';
import { CaseSettlement } from './case-settlement.entity';
import { Case } from './case.entity';
import type { CaseOutcome } from './case.types';
import { caseRefusals } from './cases.refusals';
import {
  heldBallotIds,
  isOvertaken,
  lockRoundOf,
  officeBallots,
  settlementsOf,
  type CaseRow,
} from './cases.repository';
import type { CaseDetailDto, SettleCaseInput } from './dto/case.dto';
import { ReadCases } from './read-cases';

/** What a settlement comes to. */
interface Settled {
  outcome: CaseOutcome;
  standingBallotId: string | null;
}

/** An officer says which of a household's answers counts. Until the announcement another settlement may replace it. */
@Injectable()
export class SettleCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: ReadCases,
    private readonly tallies: Tallies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the lock that casting takes; safe to repeat.
   * @throws not_found (404); case_too_late, case_overtaken, case_frozen, case_changed (409); own_case (409) for whoever
   *   recorded one of the ballots; not_of_case (400); id_reused (422)
   */
  async execute(actor: Actor, id: string, input: SettleCaseInput): Promise<CaseDetailDto> {
    return this.transactions.run(async (tx) => {
      const { state, isFrozen } = await lockRoundOf(tx, await this.cases.reached(tx, actor, id));
      const found = await this.cases.reached(tx, actor, id); // as it is under the lock
      const settlements = await settlementsOf(tx, id);
      const known = settlements.find((settlement) => settlement.id === input.id);
      if (known) {
        const isSame = known.ballotId === input.ballotId && known.reason === input.reason;
        if (!isSame || known.settledBy !== actor.accountId) throw common.id_reused();
        return this.cases.detail(tx, actor, id);
      }
      if (state !== 'open' && state !== 'closed') throw caseRefusals.case_too_late();
      if (isFrozen) throw caseRefusals.case_frozen();
      if (await isOvertaken(tx, found)) throw caseRefusals.case_overtaken();
      const held = await heldBallotIds(tx, id);
      if (input.version !== held.length + settlements.length) throw caseRefusals.case_changed();
      const ballots = await officeBallots(tx, [found.earlierBallotId, ...held]);
      if (ballots.some(({ recordedBy }) => recordedBy === actor.accountId)) throw caseRefusals.own_case();
      await this.settle(tx, actor, found, settledBy(found, held, input.ballotId), input);
      return this.cases.detail(tx, actor, id);
    });
  }

  private async settle(
    tx: EntityManager,
    actor: Actor,
    { id, roundId, householdId, estateId }: CaseRow,
    { outcome, standingBallotId }: Settled,
    input: SettleCaseInput,
  ): Promise<void> {
    const settledAt = this.clock.now();
    await tx.insert(CaseSettlement, {
      id: input.id,
      caseId: id,
      outcome,
      ballotId: input.ballotId,
      reason: input.reason,
      settledBy: actor.accountId,
      settledAt,
    });
    await tx.update(Case, { id }, { outcome, standingBallotId, settledAt });
    await this.tallies.recount(tx, roundId);
    await appendEvent(tx, roundId, 'settle', { caseId: id, outcome, ballotId: standingBallotId }, settledAt);
    await this.audit.record(tx, {
      actor,
      action: 'case.settle',
      subjectKind: 'case',
      subjectId: id,
      estateId,
      detail: { roundId, householdId, outcome, ballotId: input.ballotId, reason: input.reason },
    });
  }
}

function settledBy({ earlierBallotId }: CaseRow, held: readonly string[], ballotId: string | null): Settled {
  if (ballotId === null) return { outcome: 'ask_again', standingBallotId: held.at(-1)! };
  if (ballotId === earlierBallotId) return { outcome: 'earlier', standingBallotId: null };
  if (!held.includes(ballotId)) throw caseRefusals.not_of_case();
  return { outcome: 'later', standingBallotId: ballotId };
}
