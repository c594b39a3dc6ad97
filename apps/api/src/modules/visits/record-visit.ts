import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { RollDirectory, VolunteerAccess } from '../roll';
import type { RecordVisitInput, VisitDto } from './dto/visit.dto';
import { Visit } from './visit.entity';
import { visitRefusals } from './visits.refusals';

/** A tablet's clock may run ahead by this much before a visit is refused. */
const mostAheadMs = 24 * 60 * 60_000;

/** Writes down one visit to one door. */
@Injectable()
export class RecordVisit {
  constructor(
    private readonly transactions: Transactions,
    private readonly roll: RollDirectory,
    private readonly volunteers: VolunteerAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same id and content.
   * @throws not_assigned (403; the same for a door that does not exist), visit_in_the_future, id_reused (422)
   */
  async execute(actor: Actor, input: RecordVisitInput): Promise<VisitDto> {
    const receivedAt = this.clock.now();
    if (input.visitedAt.getTime() > receivedAt.getTime() + mostAheadMs) throw visitRefusals.visit_in_the_future();
    return this.transactions.run(async (tx) => {
      const place = (await this.roll.householdPlace(tx, [input.householdId])).get(input.householdId);
      await this.volunteers.assertAssigned(tx, actor.accountId, place?.stairwellId);
      const row = { ...input, visitedBy: actor.accountId, receivedAt };
      await tx.createQueryBuilder().insert().into(Visit).values(row).orIgnore().execute();
      const stored = await tx.findOneByOrFail(Visit, { id: input.id });
      if (contentOf(stored) !== contentOf(row)) throw common.id_reused();
      return present(stored);
    });
  }
}

const contentOf = ({ householdId, visitedBy, outcome, note, revisitOn, visitedAt }: Visit): string =>
  JSON.stringify([householdId, visitedBy, outcome, note, revisitOn, visitedAt.toISOString()]);

const present = ({ id, householdId, outcome, note, revisitOn, visitedAt }: Visit): VisitDto => ({
  id,
  householdId,
  outcome,
  note,
  revisitOn,
  visitedAt: visitedAt.toISOString(),
});
