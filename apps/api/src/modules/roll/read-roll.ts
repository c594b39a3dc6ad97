import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { common } from '../../platform/errors';
import { Vault } from '../../platform/vault';
import type {
  EstatesPageDto,
  EstateSummaryDto,
  HouseholdOnRollDto,
  ListEstatesQuery,
  RollRowDto,
} from './dto/roll.dto';
import type { RollImportDto } from './dto/roll-import.dto';
import { RollImport } from './entities';
import { presentImport } from './import/describe-import';
import { openPreview } from './import/sealed-import';
import { reachesPlace, RollAccess, type Reach } from './roll.access';
import { presentRollRow } from './roll.presenter';
import { estateSummaries, placesByIds, rollRows } from './roll.repository';
import { rollRefusals } from './roll.refusals';

const USUAL_LIMIT = 50;

/** The roll as the office reads it. */
@Injectable()
export class ReadRoll {
  constructor(
    private readonly access: RollAccess,
    private readonly vault: Vault,
  ) {}

  /** One page of the estates the actor reaches with their counts, by town, neighbourhood and name. */
  async estates(tx: EntityManager, { remit }: Reach, query: ListEstatesQuery): Promise<EstatesPageDto> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const rows = await estateSummaries(tx, remit, { ...filter, limit: limit + 1 });
    const estates = rows.slice(0, limit);
    return { estates, next: rows.length > limit ? estates.at(-1)!.id : null };
  }

  /** One estate. @throws not_found (404), also for one out of reach */
  async estate(tx: EntityManager, { remit }: Reach, id: string): Promise<EstateSummaryDto> {
    const [estate] = await estateSummaries(tx, remit, { id, limit: 1 });
    if (!estate) throw common.not_found();
    return estate;
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
