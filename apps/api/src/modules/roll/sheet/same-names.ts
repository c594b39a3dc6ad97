import { warning } from '../copy/row-messages';
import type { ParsedRow, SheetWarning } from './roll-sheet.types';

/**
 * One person written twice without the same telephone would count as two heads; two people of one name taken for one
 * would count as one. Neither is guessed: they stay apart and the rows are named, so the office can merge them.
 */
export function sameNameWarnings(rows: readonly ParsedRow[]): SheetWarning[] {
  const byName = new Map<string, { phones: Set<string>; rows: ParsedRow[] }>();
  const note = (name: string, phone: string, row: ParsedRow): void => {
    const seen = byName.get(name) ?? { phones: new Set<string>(), rows: [] };
    seen.phones.add(phone);
    seen.rows.push(row);
    byName.set(name, seen);
  };
  for (const row of rows) {
    if (row.owner.kind === 'person') note(row.owner.name, row.phone ?? `none:${row.row}`, row);
    for (const name of row.coOwners) note(name, `co:${row.row}`, row);
  }
  return [...byName.entries()]
    .filter(([, seen]) => seen.phones.size > 1)
    .map(([name, seen]) => {
      const numbers = [...new Set(seen.rows.map((row) => row.row))];
      return { sheet: seen.rows[0]!.sheet, row: numbers[0]!, message: warning.sameName(name, numbers) };
    });
}
