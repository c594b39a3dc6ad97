import { columnLabels, doorLabel, refusedRow, warning } from '../copy/row-messages';
import {
  areaSourceNote,
  buildingSheetName,
  dittoWords,
  estateInTitle,
  explanatorySheetName,
  requiredColumns,
  sumWords,
  type RollColumn,
} from '../copy/sheet-words';
import { findHeadings, isHeadingRow, type Headings } from './headings';
import { parseRow } from './parse-row';
import { readAreaSource, readBuildingName, readStairwellName } from './read-words';
import { mostRows, readWorkbook, type SheetGrid } from './read-workbook';
import { sameNameWarnings } from './same-names';
import { StairwellSums } from './stairwell-sums';
import type { AreaSource, ParsedRoll, ParseResult, SheetCell } from './roll-sheet.types';

/**
 * Reads an office's roll. Pure: the same bytes always give the same answer, nothing is stored, nothing is thrown for
 * a file that is merely wrong. Every door of every sheet ends up either in `rows` or, with its reasons, in `refusedRows`.
 */
export function parseRoll(bytes: Buffer): ParseResult {
  const workbook = readWorkbook(bytes);
  if (workbook.kind === 'unreadable') return workbook;
  const reader = new RollReader();
  let bestMissing: RollColumn[] = [...requiredColumns];
  let sheetsRead = 0;
  for (const sheet of workbook.sheets) {
    const isBlank = sheet.rows.every((row) => row.every((cell) => cell.text === ''));
    if (isBlank || explanatorySheetName.test(sheet.name)) continue;
    const buildingOfSheet = buildingSheetName.test(sheet.name) ? readBuildingName(sheet.name) : null;
    const found = findHeadings(sheet.rows, buildingOfSheet === null ? [] : ['buildingName']);
    if ('missing' in found) {
      if (found.missing.length < bestMissing.length) bestMissing = found.missing;
      reader.warn(sheet.name, 0, warning.sheetSkipped(sheet.name));
    } else if (sheet.isHidden) {
      reader.warn(sheet.name, 0, warning.hiddenSheetSkipped(sheet.name));
    } else {
      sheetsRead += 1;
      reader.readSheet(sheet, found.headings, buildingOfSheet);
    }
    if (reader.doorCount > mostRows) return { kind: 'unreadable', reason: 'too_many_rows' };
  }
  if (sheetsRead === 0) {
    const missingHeadings = bestMissing.map((column) => columnLabels[column]);
    return { kind: 'unreadable', reason: 'headings_missing', missingHeadings };
  }
  if (reader.doorCount === 0) return { kind: 'unreadable', reason: 'empty_workbook' };
  return { kind: 'roll', roll: reader.finish() };
}

class RollReader {
  private readonly roll: ParsedRoll = { estateNameOnSheet: null, rows: [], refusedRows: [], warnings: [] };
  private readonly firstListing = new Map<string, { row: number; sheet: string }>();

  get doorCount(): number {
    return this.roll.rows.length + this.roll.refusedRows.length;
  }

  warn(sheet: string, row: number, message: string): void {
    this.roll.warnings.push({ sheet, row, message });
  }

  finish(): ParsedRoll {
    this.roll.warnings.push(...sameNameWarnings(this.roll.rows));
    return this.roll;
  }

  readSheet(sheet: SheetGrid, headings: Headings, buildingOfSheet: string | null): void {
    const { columnAt, firstRow } = headings;
    const sheetAreaSource = this.readTitleLines(sheet.rows.slice(0, firstRow));
    if (!columnAt.has('phone')) this.warn(sheet.name, 0, warning.noPhoneColumn());
    if (!columnAt.has('tenure')) this.warn(sheet.name, 0, warning.noTenureColumn());
    const carried = { buildingName: buildingOfSheet ?? '', stairwellName: '', rows: [] as number[] };
    const sums = new StairwellSums(sheet.name);
    for (let index = firstRow; index < sheet.rows.length; index += 1) {
      const cells = sheet.rows[index] ?? [];
      const row = index + 1;
      if (cells.every((cell) => cell.text === '') || isHeadingRow(cells)) continue;
      const cell = (column: RollColumn): SheetCell => cells[columnAt.get(column) ?? -1] ?? { text: '', isDate: false };
      if (isSumRow(cells, columnAt)) {
        const message = sums.check(cells, cell('area').text);
        if (message) this.warn(sheet.name, row, message);
        continue;
      }
      if (cell('roomNo').text === '' && cell('owner').text === '') {
        this.warn(sheet.name, row, warning.lineIgnored(lineText(cells)));
        continue;
      }
      const place = carryDown(carried, cell, row, columnAt.has('buildingName'));
      const has = (column: RollColumn): boolean => columnAt.has(column);
      this.readDoor({ sheet: sheet.name, row, ...place, cell, has, sheetAreaSource }, cells, sums);
    }
    if (carried.rows.length > 0) this.warn(sheet.name, carried.rows[0]!, warning.nameCarriedDown(carried.rows));
  }

  private readDoor(cells: Parameters<typeof parseRow>[0], rawCells: readonly SheetCell[], sums: StairwellSums): void {
    const { sheet, row } = cells;
    const refuse = (reasons: { column: RollColumn; message: string }[]): void =>
      void this.roll.refusedRows.push({ sheet, row, cells: rawCells.map((cell) => cell.text), reasons });
    const reading = parseRow(cells);
    if (reading.kind === 'refused') return refuse(reading.reasons);
    const { buildingName, stairwellName, roomNo } = reading.parsed;
    const door = doorLabel(buildingName, stairwellName, roomNo);
    const first = this.firstListing.get(door);
    if (first) {
      const message = refusedRow.doorListedTwice(door, first.row, first.sheet === sheet ? null : first.sheet);
      return refuse([{ column: 'roomNo', message }]);
    }
    this.firstListing.set(door, { row, sheet });
    this.roll.rows.push(reading.parsed);
    sums.add(reading.parsed);
    for (const message of reading.warnings) this.warn(sheet, row, message);
  }

  /** The lines above the headings may name the estate and say where the areas come from. */
  private readTitleLines(lines: readonly SheetCell[][]): AreaSource | null {
    let areaSource: AreaSource | null = null;
    for (const text of new Set(lines.flat().map((cell) => cell.text.replace(/\s+/g, '')))) {
      this.roll.estateNameOnSheet ??= estateInTitle.exec(text)?.[1] ?? null;
      if (areaSourceNote.test(text)) areaSource ??= readAreaSource(text);
    }
    return areaSource;
  }
}

/** A line of sums names itself in one of the columns that would name the door; a remark may mention one freely. */
function isSumRow(cells: readonly SheetCell[], columnAt: ReadonlyMap<RollColumn, number>): boolean {
  const naming: RollColumn[] = ['buildingName', 'stairwellName', 'roomNo'];
  return [cells[0], ...naming.map((column) => cells[columnAt.get(column) ?? -1])].some(
    (cell) => cell !== undefined && sumWords.test(cell.text),
  );
}

const lineText = (cells: readonly SheetCell[]): string =>
  [...new Set(cells.map((cell) => cell.text).filter((text) => text !== ''))].join(' ').slice(0, 80);

/** A blank or a ditto mark under a building or a stairwell means the one above; a new building starts without one. */
function carryDown(
  carried: { buildingName: string; stairwellName: string; rows: number[] },
  cell: (column: RollColumn) => SheetCell,
  row: number,
  hasBuildingColumn: boolean,
): { buildingName: string; stairwellName: string } {
  const says = (column: RollColumn): string => {
    const { text } = cell(column);
    return dittoWords.includes(text) ? '' : text;
  };
  const building = readBuildingName(says('buildingName'));
  const stairwell = readStairwellName(says('stairwellName'));
  if ((hasBuildingColumn && building === '') || stairwell === '') carried.rows.push(row);
  if (building !== '') {
    if (building !== carried.buildingName) carried.stairwellName = '';
    carried.buildingName = building;
  }
  if (stairwell !== '') carried.stairwellName = stairwell;
  return { buildingName: carried.buildingName, stairwellName: carried.stairwellName };
}
