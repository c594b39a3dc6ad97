import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import type { IssuedSlipDto } from './dto/slip.dto';
import { Slip } from './entities';
import { RollAccess } from './roll.access';
import { rollRows } from './roll.repository';
import { rollRefusals } from './roll.refusals';
import { Slips } from './slips';

/** Makes out slips for the doors of a stairwell. The PINs are in this answer and nowhere else; new ones void the old. */
@Injectable()
export class IssueSlips {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RollAccess,
    private readonly slips: Slips,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @param householdIds the doors to make slips for; all of the stairwell when left out
   * @throws stairwell_unknown (404); roll_household_unknown (404) when a door is not of this stairwell
   */
  async execute(
    actor: Pick<Actor, 'accountId' | 'remit'>,
    stairwellId: string,
    householdIds?: readonly string[],
  ): Promise<IssuedSlipDto[]> {
    const { doors, estateId } = await this.transactions.read(async (tx) => ({
      ...(await this.access.assertStairwell(tx, actor, stairwellId)),
      doors: await rollRows(tx, { stairwellId }),
    }));
    const wanted = householdIds === undefined ? doors : doors.filter((door) => householdIds.includes(door.householdId));
    if (householdIds !== undefined && wanted.length !== householdIds.length)
      throw rollRefusals.roll_household_unknown();
    const made = await Promise.all(
      wanted.map(async ({ householdId, roomNo }) => ({ householdId, roomNo, ...(await this.slips.make()) })),
    );
    await this.transactions.run(async (tx) => {
      const fresh = { failedTries: 0, lockedUntil: null, issuedBy: actor.accountId, issuedAt: this.clock.now() };
      if (made.length > 0) {
        const rows = made.map(({ householdId, pinHash }) => ({ householdId, pinHash, ...fresh }));
        await tx.upsert(Slip, rows, ['householdId']);
      }
      const detail = { rooms: made.map(({ roomNo }) => roomNo) };
      await this.audit.record(tx, {
        actor,
        action: 'slip.issue',
        subjectKind: 'stairwell',
        subjectId: stairwellId,
        estateId,
        detail,
      });
    });
    await this.slips.forgetGuesses(made.map(({ householdId }) => householdId));
    return made.map(({ householdId, roomNo, pin }) => ({ householdId, roomNo, pin }));
  }
}
