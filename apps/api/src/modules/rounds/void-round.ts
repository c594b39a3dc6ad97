import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { appendEvent, contentHash } from '../chain';
import { lockTally } from '../decisions';
import type { RoundDto } from './dto/round.dto';
import { ReadRounds } from './read-rounds';
import { assertMayMove } from './round-lifecycle';
import { ConsultationRound } from './round.entity';
import { RoundsAccess } from './rounds.access';
import { lockRoundRow, takeNoMore } from './rounds.repository';

/** Makes a round void, with the reason. Its ballots stay on record; a new round may be opened. */
@Injectable()
export class VoidRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RoundsAccess,
    private readonly rounds: ReadRounds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found (404), illegal_round_move (409) once the result is announced */
  async execute(actor: Actor, id: string, reason: string): Promise<RoundDto> {
    return this.transactions.run(async (tx) => {
      await lockTally(tx, id);
      await lockRoundRow(tx, id);
      const round = await this.access.reached(tx, actor, id);
      assertMayMove(round.state, 'void');
      const voidedAt = this.clock.now();
      await tx.update(ConsultationRound, { id }, { state: 'void', voidedAt, voidReason: reason });
      await takeNoMore(tx, id);
      await appendEvent(tx, id, 'void', { reasonHash: contentHash(reason) }, voidedAt);
      await this.audit.record(tx, {
        actor,
        action: 'round.void',
        subjectKind: 'round',
        subjectId: id,
        estateId: round.estateId,
        detail: { reason },
      });
      return this.rounds.one(tx, actor, id);
    });
  }
}
