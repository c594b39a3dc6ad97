import { phonesMasked } from '../../../platform/privacy';
import { byPlace } from '../natural-order';
import type { RollImport } from '../entities';
import type { RollImportDto } from '../dto/roll-import.dto';
import type { ParsedRoll, ParsedRow } from '../sheet/roll-sheet.types';
import type { ImportPlan } from './plan-import';

/** What an officer sees of an import: everything but the rows themselves. Kept with the import as it was last given. */
export type ImportPreview = Omit<RollImportDto, 'id' | 'state' | 'fileName'>;

/** Puts a plan and what was read into the shape of the answer. */
export function describeImport(
  estate: RollImportDto['estate'],
  read: Pick<ParsedRoll, 'rows' | 'refusedRows' | 'warnings'>,
  plan: ImportPlan,
): ImportPreview {
  const stairwells = sumsByStairwell(read.rows);
  return {
    estate,
    counts: {
      stairwells: stairwells.length,
      households: read.rows.length,
      new: plan.newHouseholds.length,
      changed: plan.changedHouseholds.length,
      unchanged: plan.unchangedCount,
      refused: read.refusedRows.length,
      unknownArea: read.rows.filter(({ areaDm2 }) => areaDm2 === null).length,
      absent: plan.absentDoors.length,
    },
    stairwells,
    refusedRows: read.refusedRows.map((row) => ({ ...row, cells: row.cells.map(phonesMasked) })),
    warnings: read.warnings.map((each) => ({ ...each, message: phonesMasked(each.message) })),
    changes: plan.changes,
    absentDoors: plan.absentDoors.sort(byPlace),
  };
}

function sumsByStairwell(rows: readonly ParsedRow[]): RollImportDto['stairwells'] {
  const sums = new Map<string, RollImportDto['stairwells'][number]>();
  for (const { buildingName, stairwellName, areaDm2 } of rows) {
    const key = `${buildingName}\n${stairwellName}`;
    const sum = sums.get(key) ?? { buildingName, stairwellName, households: 0, areaDm2: 0 };
    sum.households += 1;
    sum.areaDm2 = sum.areaDm2 === null || areaDm2 === null ? null : sum.areaDm2 + areaDm2;
    sums.set(key, sum);
  }
  return [...sums.values()].sort(byPlace);
}

/** An import as the API shows it. */
export function presentImport(
  { id, state, fileName }: Pick<RollImport, 'id' | 'state' | 'fileName'>,
  preview: ImportPreview,
): RollImportDto {
  return { id, state, fileName, ...preview };
}
