import type { Vault } from '../../../platform/vault';
import type { RollImport } from '../entities';
import type { ParsedRow } from '../sheet/roll-sheet.types';
import type { ImportPreview } from './describe-import';

/** An import's preview as it is kept: it names the people of refused rows. */
export function sealPreview(vault: Vault, id: string, preview: ImportPreview): Buffer {
  return vault.seal('roll_imports.preview', id, JSON.stringify(preview));
}

export function openPreview(vault: Vault, { id, previewSealed }: RollImport): ImportPreview {
  return JSON.parse(vault.open('roll_imports.preview', id, previewSealed)) as ImportPreview;
}

/** An import's rows as they are kept until it is committed. */
export function sealRows(vault: Vault, id: string, rows: readonly ParsedRow[]): Buffer {
  return vault.seal('roll_imports.parsed_rows', id, JSON.stringify(rows));
}

/** Null once the import is committed. */
export function openRows(vault: Vault, { id, parsedRowsSealed }: RollImport): ParsedRow[] | null {
  if (parsedRowsSealed === null) return null;
  return JSON.parse(vault.open('roll_imports.parsed_rows', id, parsedRowsSealed)) as ParsedRow[];
}
