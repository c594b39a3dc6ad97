import {
  areaSourceWords,
  buildingSuffix,
  buildingWords,
  developerWords,
  noWords,
  noteInBrackets,
  organisationWords,
  stairwellSuffix,
  stairwellWords,
  tenantInBrackets,
  tenureWords,
  unknownWords,
  yesWords,
} from '../copy/sheet-words';
import { toPlainText } from './read-numbers';
import type { AreaSource, OwnerKind, Tenure } from './roll-sheet.types';

/** "1", "１号楼", "1#" → "1号楼"; "3幢" stays "3幢". */
export function readBuildingName(text: string): string {
  const plain = toPlainText(text);
  const number = /^\d+$/.exec(plain)?.[0] ?? buildingWords.exec(plain)?.[1];
  return number === undefined ? plain : `${Number(number)}${buildingSuffix}`;
}

/** "1", "１号", "1号门洞" → "1号"; "2单元" stays "2单元". */
export function readStairwellName(text: string): string {
  const plain = toPlainText(text);
  const number = /^\d+$/.exec(plain)?.[0] ?? stairwellWords.exec(plain)?.[1];
  return number === undefined ? plain : `${Number(number)}${stairwellSuffix}`;
}

/**
 * A name as people write it: NFC (rare characters are kept as they are), outer spaces dropped, and the spaces that
 * line up two-character names (「张　三」) closed.
 */
export function readName(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim()
    .replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1')
    .replace(/\s+/g, ' ');
}

/** Splits 「张三、李四」 by 顿号, comma, semicolon, slash or line; empty pieces fall away. */
export function splitNames(text: string): string[] {
  return text
    .split(/[、，,;；/\n\r]+/)
    .map(readName)
    .filter((name) => !unknownWords.includes(name));
}

/** What the owner's cell says: the registered owner, others in the same cell, a tenant or a note in brackets. */
export interface OwnerReading {
  name: string;
  others: string[];
  tenantName: string | null;
  note: string;
}

/** Reads 「某某房管所（承租人：孙康）」, 「张三、李四」, 「王五（已故）」. */
export function readOwner(text: string): OwnerReading {
  const name = readName(text);
  const halfWidth = name.replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':').replaceAll(' ', '');
  const tenant = tenantInBrackets.exec(halfWidth);
  if (tenant) return { name: readName(tenant[1] ?? ''), others: [], tenantName: readName(tenant[2] ?? ''), note: '' };
  const note = noteInBrackets.exec(halfWidth);
  if (note && !organisationWords.test(halfWidth)) {
    return { name: readName(note[1] ?? ''), others: [], tenantName: null, note: note[2] ?? '' };
  }
  const [first = '', ...others] = splitNames(text);
  return { name: first, others, tenantName: null, note: '' };
}

/** Who owns: a person unless the name or the tenure says otherwise. */
export function ownerKindOf(name: string, tenure: Tenure): OwnerKind {
  if (developerWords.test(name)) return 'developer';
  const isOrganisation = organisationWords.test(name);
  if (isOrganisation && tenure === 'public_rental') return 'housing_authority';
  return isOrganisation ? 'company' : 'person';
}

/** null: empty. undefined: a word we do not know. */
export function readTenure(text: string): Tenure | null | undefined {
  const plain = toPlainText(text);
  return plain === '' ? null : tenureWords[plain];
}

/** Is it let? An empty cell means no; an unknown word means yes only if it is not one of the words for no. */
export function readIsLet(text: string): boolean {
  const plain = toPlainText(text).toLowerCase();
  return !noWords.includes(plain) && yesWords.includes(plain);
}

/** The source an office names for its areas, from a cell or from the line above the headings. */
export function readAreaSource(text: string): AreaSource | null {
  return areaSourceWords.find(({ words }) => words.test(text))?.areaSource ?? null;
}
