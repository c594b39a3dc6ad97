import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Vault } from '../../platform/vault';
import type { EstateSummaryDto, RollRowDto } from './dto/roll.dto';
import type { RollImportDto } from './dto/roll-import.dto';
import { RollImport, Stairwell } from './entities';
import { presentImport } from './import/describe-import';
import { openPreview } from './import/sealed-import';
import { presentRollRow } from './roll.presenter';
import { estateSummaries, rollRows } from './roll.repository';
import { rollRefusals } from './roll.refusals';

/** The roll as the office reads it. */
@Injectable()
export class ReadRoll {
  constructor(private readonly vault: Vault) {}

  /** Every estate with its counts, by town and name. */
  estates(tx: EntityManager): Promise<EstateSummaryDto[]> {
    return estateSummaries(tx);
  }

  /** The households of one stairwell, from the ground up. @throws stairwell_unknown (404) */
  async ofStairwell(tx: EntityManager, stairwellId: string): Promise<RollRowDto[]> {
    if (!(await tx.existsBy(Stairwell, { id: stairwellId }))) throw rollRefusals.stairwell_unknown();
    return (await rollRows(tx, { stairwellId })).map((row) => presentRollRow(row, this.vault));
  }

  /** An import as it was previewed or done. @throws roll_import_unknown (404) */
  async import(tx: EntityManager, id: string): Promise<RollImportDto> {
    const found = await tx.findOneBy(RollImport, { id });
    if (!found) throw rollRefusals.roll_import_unknown();
    return presentImport(found, openPreview(this.vault, found));
  }
}
