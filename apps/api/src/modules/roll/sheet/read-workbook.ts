import * as xlsx from '@e965/xlsx';
import { inflateRawSync } from 'node:zlib';
import type { SheetCell, UnreadableReason } from './roll-sheet.types';

/** Rows read from one sheet before it is called too long: 5,000 doors and room for titles, sums and blank lines. */
export const mostRows = 5_000;
const rowsReadAtMost = mostRows + 1_500;
/** A package that unpacks to more than this is not a roll of 5,000 doors (which needs about 3 MB). */
const mostUnpackedBytes = 48 * 1024 * 1024;
const mostColumns = 60;

/** One sheet as a grid of cells; merged ranges already carry their value in every cell. `rows[0]` is Excel's row 1. */
export interface SheetGrid {
  name: string;
  isHidden: boolean;
  rows: SheetCell[][];
}

export type WorkbookReading =
  { kind: 'workbook'; sheets: SheetGrid[] } | { kind: 'unreadable'; reason: UnreadableReason };

const unreadable = (reason: UnreadableReason): WorkbookReading => ({ kind: 'unreadable', reason });
const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Reads the real content of a file, whatever it is called. */
export function readWorkbook(bytes: Buffer): WorkbookReading {
  const reason = whatElseItIs(bytes);
  if (reason) return unreadable(reason);
  let workbook: xlsx.WorkBook;
  try {
    workbook = xlsx.read(bytes, {
      type: 'buffer',
      sheetRows: rowsReadAtMost,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (error) {
    return unreadable(/password|encrypt/i.test(String(error)) ? 'password_protected' : 'damaged');
  }
  const sheets: SheetGrid[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    if (lastRow(sheet['!fullref'] as string | undefined) > rowsReadAtMost) return unreadable('too_many_rows');
    sheets.push({ name, isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, rows: gridOf(sheet) });
  }
  return sheets.some((sheet) => sheet.rows.some((row) => row.some((cell) => cell.text !== '')))
    ? { kind: 'workbook', sheets }
    : unreadable('empty_workbook');
}

function whatElseItIs(bytes: Buffer): UnreadableReason | null {
  if (bytes.length === 0) return 'empty_file';
  if (
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0x47, 0x49, 0x46, 0x38)
  ) {
    return 'picture';
  }
  if (
    startsWith(bytes, 0x42, 0x4d) ||
    (startsWith(bytes, 0x52, 0x49, 0x46, 0x46) && bytes.subarray(8, 12).toString() === 'WEBP')
  ) {
    return 'picture';
  }
  if (bytes.subarray(4, 12).toString('latin1').startsWith('ftyphei')) return 'picture';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return whatCompoundFileItIs(bytes);
  if (startsWith(bytes, 0x50, 0x4b)) return whatZipItIs(bytes);
  return bytes.subarray(0, 4096).includes(0) ? 'not_a_spreadsheet' : 'plain_text';
}

/** The old container holds a password-protected .xlsx, an old .xls, or an old Word file. */
function whatCompoundFileItIs(bytes: Buffer): UnreadableReason | null {
  try {
    const container = xlsx.CFB.read(bytes, { type: 'buffer' });
    if (xlsx.CFB.find(container, 'EncryptedPackage')) return 'password_protected';
    return xlsx.CFB.find(container, 'Workbook') || xlsx.CFB.find(container, 'Book') ? null : 'not_a_spreadsheet';
  } catch {
    return 'damaged';
  }
}

/**
 * Looks through a ZIP before anything reads it: a workbook must be among its parts, and all of them together must not
 * unpack to more than a roll can need. What the parts say of their own size is not believed; they are unpacked and
 * stopped at the limit.
 */
function whatZipItIs(bytes: Buffer): UnreadableReason | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 20 > bytes.length) return 'damaged';
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let room = mostUnpackedBytes;
  let hasWorkbook = false;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return 'damaged';
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    hasWorkbook ||= /(^|\/)workbook\.(xml|bin)$/.test(name.replaceAll('\\', '/').toLowerCase());
    const unpacked = unpackedBytes(bytes, at, room);
    if (typeof unpacked === 'string') return unpacked;
    room -= unpacked;
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return hasWorkbook ? null : 'not_a_spreadsheet';
}

/** How many bytes one part of a ZIP really unpacks to; `at` is its line in the list of contents. */
function unpackedBytes(bytes: Buffer, at: number, room: number): number | UnreadableReason {
  const [method, packedLength, header] = [
    bytes.readUInt16LE(at + 10),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 42),
  ];
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== 0x04034b50) return 'damaged';
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const packed = bytes.subarray(start, start + packedLength);
  if (packed.length !== packedLength) return 'damaged';
  if (method === 0) return packedLength > room ? 'too_many_rows' : packedLength;
  if (method !== 8) return 'damaged';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_many_rows' : 'damaged';
  }
}

const lastRow = (ref: string | undefined): number => (ref ? xlsx.utils.decode_range(ref).e.r + 1 : 0);

function gridOf(sheet: xlsx.WorkSheet): SheetCell[][] {
  const ref = sheet['!ref'];
  if (!ref) return [];
  const range = xlsx.utils.decode_range(ref);
  const lastColumn = Math.min(range.e.c, mostColumns - 1);
  const rows: SheetCell[][] = [];
  for (let r = 0; r <= range.e.r; r += 1) {
    const row: SheetCell[] = [];
    for (let c = 0; c <= lastColumn; c += 1)
      row.push(cellOf(sheet[xlsx.utils.encode_cell({ r, c })] as xlsx.CellObject | undefined));
    rows.push(row);
  }
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.[s.c];
    if (!value || value.text === '') continue;
    for (let r = s.r; r <= Math.min(e.r, rows.length - 1); r += 1) {
      for (let c = s.c; c <= Math.min(e.c, lastColumn); c += 1) rows[r]![c] = value;
    }
  }
  return rows;
}

/** A number becomes the digits Excel shows for it (15 significant ones), so 60.900000000000006 is "60.9". */
function cellOf(cell: xlsx.CellObject | undefined): SheetCell {
  if (!cell || cell.v === undefined || cell.v === null) return { text: '', isDate: false };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const isDate = typeof cell.z === 'string' && xlsx.SSF.is_date(cell.z);
    return isDate ? { text: cell.w ?? String(cell.v), isDate } : { text: digitsOf(cell.v), isDate };
  }
  if (cell.t === 'd') return { text: cell.w ?? String(cell.v), isDate: true };
  if (cell.t === 'b') return { text: cell.v ? 'true' : 'false', isDate: false };
  if (cell.t === 'e') return { text: cell.w ?? '#N/A', isDate: false };
  return { text: String(cell.v).trim(), isDate: false };
}

function digitsOf(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const shown = Number(value.toPrecision(15));
  return Number.isInteger(shown) && Math.abs(shown) < 1e15 ? shown.toFixed(0) : String(shown);
}
