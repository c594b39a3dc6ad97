import { basementWords, roomWords, squareMetreWords, storeyWords, unknownWords } from '../copy/sheet-words';

/** Full-width digits, letters and signs become half-width; 「㎡」 becomes "m2"; every space is dropped. */
export const toPlainText = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '');

/** An area as read: a number, nothing, or why not. */
export type AreaReading =
  | { kind: 'area'; areaDm2: number }
  | { kind: 'unknown' }
  | { kind: 'negative' | 'zero' | 'too_fine' | 'too_large' | 'unreadable'; text: string };

/** More than this for one household is a slip of the pen: 10,000 m². */
const largestAreaDm2 = 1_000_000;

/**
 * Reads an area in m² to integer dm² (0.01 m²) from its digits, never through a float: "68.52㎡" → 6852, "６８．５" → 6850.
 * Trailing zeros are harmless; a third decimal that is not zero is refused rather than rounded.
 */
export function readArea(text: string): AreaReading {
  const plain = toPlainText(text);
  const bare = plain.replace(squareMetreWords, '').replace(/^\+/, '');
  if (unknownWords.includes(bare)) return { kind: 'unknown' };
  const ungrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(ungrouped);
  if (!match) return { kind: 'unreadable', text: text.trim() };
  const [, sign, whole = '', decimals = ''] = match;
  const fraction = decimals.replace(/0+$/, '');
  if (sign === '-') return { kind: 'negative', text: ungrouped };
  if (fraction.length > 2) return { kind: 'too_fine', text: ungrouped };
  if (whole.replace(/^0+/, '').length > 7) return { kind: 'too_large', text: ungrouped };
  const areaDm2 = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (areaDm2 === 0) return { kind: 'zero', text: ungrouped };
  if (areaDm2 > largestAreaDm2) return { kind: 'too_large', text: ungrouped };
  return { kind: 'area', areaDm2 };
}

/** 6852 → "68.52": the one place where dm² become text for a message. */
export function areaText(areaDm2: number): string {
  const digits = String(areaDm2).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads "6", "６层", "6楼", "6F" → 6 and "地下1层", "B1", "-1" → -1. `null`: empty. `undefined`: unreadable. */
export function readFloor(text: string): number | null | undefined {
  const plain = toPlainText(text);
  if (plain === '' || plain === '-' || plain === '/') return null;
  const basement = basementWords.exec(plain);
  if (basement) return withinFloors(-Number(basement[1]));
  const match = /^第?(-?\d+)$/.exec(plain.replace(storeyWords, ''));
  return match ? withinFloors(Number(match[1])) : undefined;
}

const withinFloors = (floor: number): number | undefined =>
  floor >= -5 && floor <= 120 && floor !== 0 ? floor : undefined;

/** Reads "301", "３０１室", "301.0", "302甲室" → "301", "302甲". An empty cell gives ''. */
export function readRoomNo(text: string): string {
  return toPlainText(text)
    .replace(roomWords, '')
    .replace(/^(\d+)\.0+$/, '$1')
    .toUpperCase()
    .normalize('NFC');
}

/** The floor a room number shows: 301 → 3, 1204 → 12, 302甲 → 3; null where it shows none. */
export function floorOfRoom(roomNo: string): number | null {
  const match = /^(\d{1,2})\d{2}\D?$/.exec(roomNo);
  const floor = match ? Number(match[1]) : 0;
  return floor > 0 ? floor : null;
}

/** A telephone as read. `several`: the cell held more than one and the first was taken. */
export type PhoneReading =
  { kind: 'none' } | { kind: 'phone'; phone: string; several: boolean } | { kind: 'unreadable' };

/** Reads "138-1234 5678", "+86 13812345678", "021-64921234", "1381…/1391…" to digits. */
export function readPhone(text: string): PhoneReading {
  const plain = text.normalize('NFKC').trim();
  if (unknownWords.includes(plain.replace(/\s/g, ''))) return { kind: 'none' };
  const pieces = plain
    .split(/[/、，,;；\n]|或/)
    .map((piece) => piece.replace(/[\s\-–—－()（）.·]/g, '').replace(/^(?:\+?86|0086)(?=1\d{10}$)/, ''))
    .filter((piece) => piece !== '');
  const first = pieces.find((piece) => /^1[3-9]\d{9}$/.test(piece) || /^(?:0\d{2,3})?[2-9]\d{6,7}$/.test(piece));
  return first ? { kind: 'phone', phone: first, several: pieces.length > 1 } : { kind: 'unreadable' };
}
