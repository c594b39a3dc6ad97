import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { assertNothingPending, type Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { BindingAccess } from '../bindings';
import { RollDirectory, VolunteerAccess } from '../roll';
import type { ExpressInterestInput, ExpressionOfInterestDto } from './dto/interest.dto';
import { ExpressionOfInterest } from './expression-of-interest.entity';
import { interestRefusals } from './interest.refusals';

/** Writes down what a household thinks: by one of its owners at home, or by a volunteer at the door. */
@Injectable()
export class ExpressInterest {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingAccess,
    private readonly roll: RollDirectory,
    private readonly volunteers: VolunteerAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same id and content.
   * @throws not_bound (404), not_assigned, interest_not_yours (403), interest_channel_wrong, id_reused (422)
   */
  async execute(actor: Actor, input: ExpressInterestInput): Promise<ExpressionOfInterestDto> {
    return this.transactions.run(async (tx) => {
      await this.assertMay(tx, actor, input);
      const row = { ...input, recordedBy: actor.accountId, receivedAt: this.clock.now() };
      await tx.createQueryBuilder().insert().into(ExpressionOfInterest).values(row).orIgnore().execute();
      const stored = await tx.findOneByOrFail(ExpressionOfInterest, { id: input.id });
      if (!isSame(stored, row)) throw common.id_reused();
      return present(stored);
    });
  }

  private async assertMay(
    tx: EntityManager,
    actor: Actor,
    { householdId, channel }: ExpressInterestInput,
  ): Promise<void> {
    const place = (await this.roll.householdPlace(tx, [householdId])).get(householdId);
    if (channel === 'home_visit') {
      if (actor.role !== 'volunteer') throw interestRefusals.interest_channel_wrong();
      assertNothingPending(actor);
      return this.volunteers.assertAssigned(tx, actor.accountId, place?.stairwellId);
    }
    const relation = await this.bindings.assertBound(tx, actor.accountId, householdId);
    const isPublicTenant = relation === 'tenant' && place?.tenure === 'public_rental';
    if (!this.bindings.mayVote(relation) && !isPublicTenant) throw interestRefusals.interest_not_yours();
  }
}

function isSame(a: ExpressionOfInterest, b: Omit<ExpressionOfInterest, 'receivedAt'>): boolean {
  const content = (row: Omit<ExpressionOfInterest, 'receivedAt'>): string =>
    JSON.stringify([row.householdId, row.recordedBy, row.channel, row.stance, [...row.reasons].sort(), row.note]);
  return content(a) === content(b);
}

const present = ({
  id,
  householdId,
  stance,
  reasons,
  note,
  channel,
  receivedAt,
}: ExpressionOfInterest): ExpressionOfInterestDto => ({
  id,
  householdId,
  stance,
  reasons,
  note,
  channel,
  receivedAt: receivedAt.toISOString(),
});
