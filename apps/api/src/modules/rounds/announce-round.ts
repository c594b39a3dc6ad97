import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { appendEvent, contentHash } from '../chain';
import { lockTally, Tallies, type StoredTally } from '../decisions';
import { RollDirectory } from '../roll';
import type { RoundDto } from './dto/round.dto';
import { ReadRounds } from './read-rounds';
import { assertMayMove } from './round-lifecycle';
import { ConsultationRound } from './round.entity';
import { RoundsAccess } from './rounds.access';
import { refusals } from './rounds.refusals';

/** Announces a closed round: the decision, counted once more from the ballots, is stored and becomes public. */
@Injectable()
export class AnnounceRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly tallies: Tallies,
    private readonly roll: RollDirectory,
    private readonly access: RoundsAccess,
    private readonly rounds: ReadRounds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found (404), illegal_round_move, reviews_pending, cases_open (409) */
  async execute(actor: Actor, id: string): Promise<RoundDto> {
    return this.transactions.run(async (tx) => {
      await lockTally(tx, id);
      const round = await this.access.reached(tx, actor, id);
      assertMayMove(round.state, 'announced');
      const { pendingReviews, openCases } = await this.rounds.one(tx, actor, id);
      if (pendingReviews > 0) throw refusals.reviews_pending({ pendingReviews });
      if (openCases > 0) throw refusals.cases_open({ openCases });

      const counted = await this.tallies.recount(tx, id);
      const { decision } = counted;
      const announcedAt = this.clock.now();
      await tx.update(ConsultationRound, { id }, { state: 'announced', announcedAt, decision });
      await appendEvent(tx, id, 'announce', announcedFacts(counted), announcedAt);
      if (round.scopeKind === 'stairwell' && decision.verdict === 'approved') {
        await this.roll.setStage(tx, round.scopeId, 'notice', this.clock.today());
      }
      await this.audit.record(tx, {
        actor,
        action: 'round.announce',
        subjectKind: 'round',
        subjectId: id,
        estateId: round.estateId,
        detail: { verdict: decision.verdict },
      });
      return this.rounds.one(tx, actor, id);
    });
  }
}

/** The counts and the verdict, and by its hash the whole decision. No door by name: the disclosures open those. */
function announcedFacts({ tally, decision }: StoredTally): object {
  const { electorate, participating, for: agreed, against, abstain, silent } = tally;
  return {
    verdict: decision.verdict,
    decisionHash: contentHash(decision),
    tally: { electorate, participating, for: agreed, against, abstain, silent },
  };
}
