import type { RollColumn } from '../copy/sheet-words';

export type Tenure = 'commodity' | 'purchased_public' | 'public_rental';
export type AreaSource = 'registered' | 'surveyed' | 'contracted';
export type OwnerKind = 'person' | 'company' | 'developer' | 'housing_authority';

/** One door as the sheet says it, read and checked. Every string is NFC and trimmed. */
export interface ParsedRow {
  sheet: string;
  /** The row's number as Excel shows it, from 1. */
  row: number;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
  floor: number;
  /** Integer 0.01 m²; null where the office does not know. Never zero. */
  areaDm2: number | null;
  areaSource: AreaSource | null;
  tenure: Tenure;
  /** null: the sheet has no such column. */
  isLet: boolean | null;
  owner: { name: string; kind: OwnerKind };
  coOwners: string[];
  /** The registered owner's telephone: digits only; null when unknown or unreadable. */
  phone: string | null;
  tenantName: string | null;
  remark: string;
}

/** A row that was not taken, with the reason for each column at fault. */
export interface RefusedRow {
  sheet: string;
  row: number;
  cells: string[];
  reasons: { column: RollColumn; message: string }[];
}

/** Something taken that should be looked at. `row` is 0 when it concerns the whole file. */
export interface SheetWarning {
  sheet: string;
  row: number;
  message: string;
}

/** What a roll file says. */
export interface ParsedRoll {
  /** The estate the title line names, if it names one. */
  estateNameOnSheet: string | null;
  rows: ParsedRow[];
  refusedRows: RefusedRow[];
  warnings: SheetWarning[];
}

/** Why a file cannot be read as a roll at all. */
export type UnreadableReason =
  | 'picture'
  | 'pdf'
  | 'not_a_spreadsheet'
  | 'plain_text'
  | 'password_protected'
  | 'damaged'
  | 'empty_file'
  | 'empty_workbook'
  | 'headings_missing'
  | 'too_many_rows'
  | 'too_slow';

/** A pure answer: an unreadable file is a value here, not an exception. */
export type ParseResult =
  { kind: 'roll'; roll: ParsedRoll } | { kind: 'unreadable'; reason: UnreadableReason; missingHeadings?: string[] };

/** One cell as text, with what Excel made of it. */
export interface SheetCell {
  text: string;
  isDate: boolean;
}
