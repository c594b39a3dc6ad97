import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Vault } from '../../platform/vault';
import type { EstateSummaryDto, HouseholdOnRollDto, RollRowDto } from './dto/roll.dto';
import type { RollImportDto } from './dto/roll-import.dto';
import { RollImport } from './entities';
import { presentImport } from './import/describe-import';
import { openPreview } from './import/sealed-import';
import { reachesPlace, RollAccess, type Reach } from './roll.access';
import { presentRollRow } from './roll.presenter';
import { estateSummaries, placesByIds, rollRows } from './roll.repository';
import { rollRefusals } from './roll.refusals';

/** The roll as the office reads it. */
@Injectable()
export class ReadRoll {
  constructor(
    private readonly access: RollAccess,
    private readonly vault: Vault,
  ) {}

  /** The estates the actor reaches with their counts, by town and name. */
  estates(tx: EntityManager, { remit }: Reach): Promise<EstateSummaryDto[]> {
    return estateSummaries(tx, remit);
  }

  /** The households of one stairwell, from the ground up. @throws stairwell_unknown (404) */
  async ofStairwell(tx: EntityManager, actor: Reach, stairwellId: string): Promise<RollRowDto[]> {
    await this.access.assertStairwell(tx, actor, stairwellId);
    return (await rollRows(tx, { stairwellId })).map((row) => presentRollRow(row, this.vault));
  }

  /** One household and where it is. @throws roll_household_unknown (404) */
  async household(tx: EntityManager, actor: Reach, householdId: string): Promise<HouseholdOnRollDto> {
    await this.access.assertHousehold(tx, actor, householdId);
    const [row] = await rollRows(tx, { householdId });
    const [place] = await placesByIds(tx, [householdId]);
    const { estateId, estateName, buildingName, stairwellId, stairwellName, ballotFrozenAt } = place!;
    return {
      ...presentRollRow(row!, this.vault),
      ...{ estateId, estateName, buildingName, stairwellId, stairwellName },
      ballotFrozenAt: ballotFrozenAt?.toISOString() ?? null,
    };
  }

  /** An import as it was previewed or done. @throws roll_import_unknown (404) */
  async import(tx: EntityManager, actor: Reach, id: string): Promise<RollImportDto> {
    const found = await tx.findOneBy(RollImport, { id });
    if (!found) throw rollRefusals.roll_import_unknown();
    const preview = openPreview(this.vault, found);
    if (!reachesPlace(actor, preview.estate)) throw rollRefusals.roll_import_unknown();
    return presentImport(found, preview);
  }
}
