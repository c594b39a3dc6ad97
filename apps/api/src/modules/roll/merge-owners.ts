import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { phoneMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { Vault } from '../../platform/vault';
import type { MergedOwnerDto, MergeOwnersInput } from './dto/roll.dto';
import { Owner } from './entities';
import { RollAccess } from './roll.access';
import { rollRefusals } from './roll.refusals';

/**
 * Says that two owners of an estate are one: from then on their doors are one head. The merged row stays and points
 * at the other, so importing the same sheet again does not part them. Rounds already open keep what they froze.
 */
@Injectable()
export class MergeOwners {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RollAccess,
    private readonly audit: Audit,
    private readonly vault: Vault,
  ) {}

  /** @throws owner_unknown (404); owners_not_mergeable (422) for one owner, two estates or an owner merged before */
  async execute(actor: Actor, ownerId: string, { intoOwnerId, reason }: MergeOwnersInput): Promise<MergedOwnerDto> {
    return this.transactions.run(async (tx) => {
      const owners: Owner[] = await tx
        .createQueryBuilder(Owner, 'owner')
        .where('owner.id IN (:...ids)', { ids: [ownerId, intoOwnerId] })
        .orderBy('owner.id')
        .setLock('pessimistic_write')
        .getMany();
      const from = owners.find(({ id }) => id === ownerId);
      const into = owners.find(({ id }) => id === intoOwnerId);
      if (!from || !into) throw rollRefusals.owner_unknown();
      const unknown = () => rollRefusals.owner_unknown();
      for (const { estateId } of [from, into]) await this.access.assertEstate(tx, actor, estateId, unknown);
      if (from.mergedIntoId !== into.id) {
        const isFree = from.mergedIntoId === null && into.mergedIntoId === null;
        if (from.id === into.id || from.estateId !== into.estateId || !isFree)
          throw rollRefusals.owners_not_mergeable();
        await this.moveDoors(tx, from.id, into.id);
        await tx.update(Owner, { id: from.id }, { mergedIntoId: into.id });
        const detail = { intoOwnerId, reason };
        const subject = { subjectKind: 'owner', subjectId: ownerId, estateId: from.estateId };
        await this.audit.record(tx, { actor, action: 'owner.merge', ...subject, detail });
      }
      const [count] = (await tx.query(`SELECT count(*)::int AS count FROM ownerships WHERE owner_id = $1`, [
        into.id,
      ])) as {
        count: number;
      }[];
      const { id, name, kind, phoneSealed } = into;
      const phone = this.vault.openPhone('owners.phone', id, phoneSealed);
      return { owner: { id, name, kind, phoneMasked: phoneMasked(phone) }, householdCount: count!.count };
    });
  }

  /** A door both own keeps one line, at the better of the two positions. */
  private async moveDoors(tx: EntityManager, from: string, into: string): Promise<void> {
    await tx.query(
      `UPDATE ownerships k SET position = least(k.position, g.position)
         FROM ownerships g WHERE g.household_id = k.household_id AND g.owner_id = $1 AND k.owner_id = $2`,
      [from, into],
    );
    await tx.query(
      `DELETE FROM ownerships g USING ownerships k
        WHERE g.household_id = k.household_id AND g.owner_id = $1 AND k.owner_id = $2`,
      [from, into],
    );
    await tx.query(`UPDATE ownerships SET owner_id = $2 WHERE owner_id = $1`, [from, into]);
  }
}
