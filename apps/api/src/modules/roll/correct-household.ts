import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Transactions } from '../../platform/transaction';
import { Vault } from '../../platform/vault';
import type { CorrectHouseholdInput, RollRowDto } from './dto/roll.dto';
import { Household } from './entities';
import { RollAccess } from './roll.access';
import { presentRollRow } from './roll.presenter';
import { rollRows } from './roll.repository';
import { rollRefusals } from './roll.refusals';

/** Fills a missing area or corrects one, with where it comes from. A round that is open keeps what it froze. */
@Injectable()
export class CorrectHousehold {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RollAccess,
    private readonly audit: Audit,
    private readonly vault: Vault,
  ) {}

  /** @throws roll_household_unknown (404); area_without_source (422) when an area would stand without its source */
  async execute(actor: Actor, householdId: string, input: CorrectHouseholdInput): Promise<RollRowDto> {
    return this.transactions.run(async (tx) => {
      const { estateId } = await this.access.assertHousehold(tx, actor, householdId);
      const before = await tx.findOne(Household, { where: { id: householdId }, lock: { mode: 'pessimistic_write' } });
      if (!before) throw rollRefusals.roll_household_unknown();
      const areaSource = input.areaSource ?? before.areaSource;
      if (input.areaDm2 !== undefined && areaSource === null) throw rollRefusals.area_without_source();
      const after = {
        exclusiveAreaDm2: input.areaDm2 ?? before.exclusiveAreaDm2,
        areaSource,
        remark: input.remark ?? before.remark,
      };
      await tx.update(Household, { id: householdId }, after);
      const detail = { before: areaOf(before), after: areaOf(after), remarkChanged: after.remark !== before.remark };
      await this.audit.record(tx, {
        actor,
        action: 'household.correct',
        subjectKind: 'household',
        subjectId: householdId,
        estateId,
        detail,
      });
      const [row] = await rollRows(tx, { householdId });
      return presentRollRow(row!, this.vault);
    });
  }
}

/** What is kept of a correction. A remark is free text about neighbours and stays on the roll. */
const areaOf = ({ exclusiveAreaDm2, areaSource }: Pick<Household, 'exclusiveAreaDm2' | 'areaSource'>) => ({
  exclusiveAreaDm2,
  areaSource,
});
