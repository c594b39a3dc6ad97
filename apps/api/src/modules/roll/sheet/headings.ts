import { headingSynonyms, requiredColumns, type RollColumn } from '../copy/sheet-words';
import type { SheetCell } from './roll-sheet.types';

/** Where each known column stands, and the first row below the headings (0-based). */
export interface Headings {
  columnAt: ReadonlyMap<RollColumn, number>;
  firstRow: number;
}

/** Headings are looked for in the first rows only; further down a repeated heading line is simply passed over. */
const rowsSearched = 40;

const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*＊:]+/g, '')
    .replace(/[([【][^)\]】]*[)\]】]/g, '');

const columnByHeading = new Map<string, RollColumn>(
  (Object.entries(headingSynonyms) as [RollColumn, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name) => [name, column] as const),
  ),
);

function columnsIn(cells: readonly SheetCell[]): Map<RollColumn, number> {
  const columnAt = new Map<RollColumn, number>();
  cells.forEach((cell, index) => {
    const column = columnByHeading.get(plainHeading(cell.text));
    if (column && !columnAt.has(column)) columnAt.set(column, index);
  });
  return columnAt;
}

/** Is this row a line of headings (again)? */
export function isHeadingRow(cells: readonly SheetCell[]): boolean {
  const columns = columnsIn(cells);
  return columns.has('roomNo') && columns.has('owner');
}

/**
 * Finds the headings by name, wherever they stand; a heading may be split over two rows (「产权人」 above 「姓名」).
 * `stands`: columns that are given some other way, such as a building that is the sheet's own name.
 */
export function findHeadings(
  rows: readonly SheetCell[][],
  stands: readonly RollColumn[] = [],
): { headings: Headings } | { missing: RollColumn[] } {
  let best: RollColumn[] = [...requiredColumns];
  for (let index = 0; index < Math.min(rows.length, rowsSearched); index += 1) {
    const single = columnsIn(rows[index] ?? []);
    if (single.size < 2) continue;
    const below = rows[index + 1] ?? [];
    const isSplit = columnsIn(below).size > 0 && (below[single.get('roomNo') ?? -1]?.text ?? '') === '';
    const columnAt = isSplit ? withRowBelow(single, below) : single;
    const missing = requiredColumns.filter((column) => !columnAt.has(column) && !stands.includes(column));
    if (missing.length === 0) return { headings: { columnAt, firstRow: index + (isSplit ? 2 : 1) } };
    if (missing.length < best.length) best = missing;
  }
  return { missing: best };
}

function withRowBelow(above: ReadonlyMap<RollColumn, number>, below: readonly SheetCell[]): Map<RollColumn, number> {
  const both = new Map(above);
  const taken = new Set(above.values());
  for (const [column, index] of columnsIn(below)) {
    if (!both.has(column) && !taken.has(index)) both.set(column, index);
  }
  return both;
}
