import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { RollDirectory, replaceOwners, voidSlip } from '../roll';
import { lockRoundsAsking } from '../rounds';
import type { RecordTitleTransferInput, TitleTransferDto } from './dto/title-transfer.dto';
import { FormerOwners } from './former-owners';
import { ReadTitleTransfers } from './read-title-transfers';
import { TitleTransfer } from './title-transfer.entity';
import { titleRefusals } from './titles.refusals';

/**
 * A household changes hands (过户). From one moment to the next its former owners, their relatives and their proxies are
 * strangers to it, the roll names the new owners, and the old slip opens nothing. What was voted stays: the electorate
 * is frozen, and the household's ballot counts until the new owner casts another.
 */
@Injectable()
export class RecordTitleTransfer {
  constructor(
    private readonly transactions: Transactions,
    private readonly roll: RollDirectory,
    private readonly former: FormerOwners,
    private readonly transfers: ReadTitleTransfers,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same id and content.
   * @throws roll_household_unknown (404) outside the officer's remit too; transfer_in_the_future, id_reused (422)
   */
  async execute(actor: Actor, householdId: string, input: RecordTitleTransferInput): Promise<TitleTransferDto> {
    if (input.transferredOn > this.clock.today()) throw titleRefusals.transfer_in_the_future();
    return this.transactions.run(async (tx) => {
      await this.former.assertReaches(tx, actor, householdId);
      await lockRoundsAsking(tx, householdId);
      await tx.query('SELECT 1 FROM households WHERE id = $1 FOR NO KEY UPDATE', [householdId]);
      const known = await tx.findOneBy(TitleTransfer, { id: input.id });
      if (!known) await this.transfer(tx, actor, householdId, input);
      else if (!this.isSame(known, actor, householdId, input)) throw common.id_reused();
      return (await this.transfers.of(tx, householdId)).find(({ id }) => id === input.id)!;
    });
  }

  private async transfer(
    tx: EntityManager,
    actor: Actor,
    householdId: string,
    input: RecordTitleTransferInput,
  ): Promise<void> {
    const { id, newOwnerNames, transferredOn, note } = input;
    const place = (await this.roll.householdPlace(tx, [householdId])).get(householdId)!;
    const formerOwnerNames = await replaceOwners(tx, place, newOwnerNames);
    const left = await this.former.leave(tx, actor, householdId);
    await voidSlip(tx, householdId);
    await tx.insert(TitleTransfer, {
      ...{ id, householdId, formerOwnerNames, newOwnerNames, transferredOn, note },
      documentNumberSealed: this.transfers.seal(id, input.documentNumber),
      recordedBy: actor.accountId,
      recordedAt: this.clock.now(),
    });
    await this.audit.record(tx, {
      actor,
      action: 'title.transfer',
      subjectKind: 'household',
      subjectId: householdId,
      estateId: place.estateId,
      detail: { transferId: id, transferredOn, ...left },
    });
  }

  private isSame(
    known: TitleTransfer,
    { accountId }: Actor,
    householdId: string,
    input: RecordTitleTransferInput,
  ): boolean {
    return (
      known.householdId === householdId &&
      known.recordedBy === accountId &&
      known.newOwnerNames.join('\n') === input.newOwnerNames.join('\n') &&
      known.transferredOn === input.transferredOn &&
      known.note === input.note &&
      this.transfers.open(known) === input.documentNumber
    );
  }
}
