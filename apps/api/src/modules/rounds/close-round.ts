import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { appendEvent } from '../chain';
import { lockTally, Tallies } from '../decisions';
import type { RoundDto } from './dto/round.dto';
import { ReadRounds } from './read-rounds';
import { assertMayMove } from './round-lifecycle';
import { ConsultationRound } from './round.entity';
import { RoundsAccess } from './rounds.access';

/**
 * Closes a round. It takes the lock that casting takes, so a ballot is either counted before the close or refused
 * after it. Reviews may still be pending; they are decided before announcing.
 */
@Injectable()
export class CloseRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly tallies: Tallies,
    private readonly access: RoundsAccess,
    private readonly rounds: ReadRounds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found (404), illegal_round_move (409) */
  async execute(actor: Actor, id: string): Promise<RoundDto> {
    return this.transactions.run(async (tx) => {
      await lockTally(tx, id);
      const round = await this.access.reached(tx, actor, id);
      assertMayMove(round.state, 'closed');
      const closedAt = this.clock.now();
      await tx.update(ConsultationRound, { id, state: round.state }, { state: 'closed', closedAt });
      const { countedHouseholds } = await this.tallies.recount(tx, id);
      await appendEvent(tx, id, 'close', { countedHouseholds }, closedAt);
      await this.audit.record(tx, {
        actor,
        action: 'round.close',
        subjectKind: 'round',
        subjectId: id,
        estateId: round.estateId,
        detail: { countedHouseholds },
      });
      return this.rounds.one(tx, actor, id);
    });
  }
}
