import { warning } from '../copy/row-messages';
import { sumHouseholds } from '../copy/sheet-words';
import { areaText, readArea, toPlainText } from './read-numbers';
import type { ParsedRow, SheetCell } from './roll-sheet.types';

/**
 * Checks the office's own lines of sums against what was read: the cheapest proof that no door was lost or misread.
 * Each line sums the doors since the line before it, or all doors of the sheet so far (「总计」).
 */
export class StairwellSums {
  private since: ParsedRow[] = [];
  private readonly all: ParsedRow[] = [];

  constructor(readonly sheet: string) {}

  add(row: ParsedRow): void {
    this.since.push(row);
    this.all.push(row);
  }

  /** Compares one line of sums; gives the sentence to show when it differs, null when it agrees or says nothing. */
  check(cells: readonly SheetCell[], areaCell: string): string | null {
    const label = cells.find((cell) => cell.text !== '')?.text ?? '';
    const saidArea = readArea(areaCell);
    const saidCount = cells.map((cell) => sumHouseholds.exec(toPlainText(cell.text))?.[1]).find((count) => count);
    const rows = this.since.length > 0 ? this.since : this.all;
    this.since = [];
    const areaDm2 = rows.reduce((sum, row) => sum + (row.areaDm2 ?? 0), 0);
    const unknown = rows.filter((row) => row.areaDm2 === null).length;
    if (saidCount !== undefined && Number(saidCount) !== rows.length) {
      const said = warning.sumHouseholds(Number(saidCount));
      return warning.sumDiffers(label, said, warning.sumHouseholds(rows.length), 0);
    }
    if (saidArea.kind === 'area' && saidArea.areaDm2 !== areaDm2) {
      const said = warning.sumArea(areaText(saidArea.areaDm2));
      return warning.sumDiffers(label, said, warning.sumArea(areaText(areaDm2)), unknown);
    }
    return null;
  }
}
