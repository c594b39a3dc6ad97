import { doorLabel, refusedRow, warning } from '../copy/row-messages';
import type { RollColumn } from '../copy/sheet-words';
import { floorOfRoom, readArea, readFloor, readPhone, readRoomNo } from './read-numbers';
import { ownerKindOf, readAreaSource, readIsLet, readOwner, readName, readTenure, splitNames } from './read-words';
import type { AreaSource, ParsedRow, SheetCell, Tenure } from './roll-sheet.types';

/** A row of the sheet with its building and stairwell already carried down. */
export interface RowCells {
  sheet: string;
  row: number;
  buildingName: string;
  stairwellName: string;
  cell: (column: RollColumn) => SheetCell;
  has: (column: RollColumn) => boolean;
  sheetAreaSource: AreaSource | null;
}

export type RowReading =
  | { kind: 'row'; parsed: ParsedRow; warnings: string[] }
  | { kind: 'refused'; reasons: { column: RollColumn; message: string }[] };

const longest = { name: 60, remark: 200, roomNo: 12, place: 30 };
const mostNames = 20;

/** Reads one door. A fault in any column refuses the whole row, and every fault is named. */
export function parseRow(cells: RowCells): RowReading {
  const reasons: { column: RollColumn; message: string }[] = [];
  const warnings: string[] = [];
  const refuse = (column: RollColumn, message: string): void => void reasons.push({ column, message });
  const text = (column: RollColumn): string => cells.cell(column).text;

  const { buildingName, stairwellName } = cells;
  const roomNo = readRoom(cells, refuse);
  const door = doorLabel(buildingName, stairwellName, roomNo);
  if (buildingName === '') refuse('buildingName', refusedRow.missing('buildingName'));
  if (stairwellName === '') refuse('stairwellName', refusedRow.missing('stairwellName'));
  if (buildingName.length > longest.place) refuse('buildingName', refusedRow.tooLong('buildingName'));
  if (stairwellName.length > longest.place) refuse('stairwellName', refusedRow.tooLong('stairwellName'));

  const floor = readFloorOf(text('floor'), roomNo, door, refuse, warnings);
  const area = readArea(text('area'));
  if (area.kind === 'unknown') warnings.push(warning.areaUnknown(door));
  if (area.kind === 'negative') refuse('area', refusedRow.areaNegative(area.text));
  if (area.kind === 'zero') refuse('area', refusedRow.areaZero());
  if (area.kind === 'too_fine') refuse('area', refusedRow.areaTooFine(area.text));
  if (area.kind === 'too_large') refuse('area', refusedRow.areaTooLarge(area.text));
  if (area.kind === 'unreadable') refuse('area', refusedRow.areaUnreadable(area.text));

  const people = readPeople(cells, door, refuse, warnings);
  const phone = readPhone(text('phone'));
  if (phone.kind === 'unreadable') warnings.push(warning.phoneDropped(door, text('phone')));
  if (phone.kind === 'phone' && phone.several) warnings.push(warning.phoneFirstOfSeveral(door, text('phone')));
  const remark = [readName(text('remark')), people.note].filter((part) => part !== '').join('；');
  if (remark.length > longest.remark) refuse('remark', refusedRow.tooLong('remark'));

  if (reasons.length > 0) return { kind: 'refused', reasons };
  const areaDm2 = area.kind === 'area' ? area.areaDm2 : null;
  const statedSource = readAreaSource(text('areaSource')) ?? cells.sheetAreaSource;
  return {
    kind: 'row',
    warnings,
    parsed: {
      sheet: cells.sheet,
      row: cells.row,
      buildingName,
      stairwellName,
      roomNo,
      floor,
      areaDm2,
      areaSource: areaDm2 === null ? null : statedSource,
      tenure: people.tenure,
      isLet: cells.has('isLet') ? readIsLet(text('isLet')) : null,
      owner: { name: people.ownerName, kind: ownerKindOf(people.ownerName, people.tenure) },
      coOwners: people.coOwners,
      phone: phone.kind === 'phone' ? phone.phone : null,
      tenantName: people.tenantName,
      remark,
    },
  };
}

type Refuse = (column: RollColumn, message: string) => void;

function readRoom(cells: RowCells, refuse: Refuse): string {
  const cell = cells.cell('roomNo');
  const roomNo = readRoomNo(cell.text);
  if (cell.isDate) refuse('roomNo', refusedRow.roomIsDate(cell.text));
  else if (roomNo === '') refuse('roomNo', refusedRow.missing('roomNo'));
  else if (roomNo.length > longest.roomNo) refuse('roomNo', refusedRow.tooLong('roomNo'));
  return roomNo;
}

function readFloorOf(text: string, roomNo: string, door: string, refuse: Refuse, warnings: string[]): number {
  const floor = readFloor(text);
  const fromRoom = floorOfRoom(roomNo);
  if (floor === undefined) refuse('floor', refusedRow.floorUnreadable(text));
  else if (floor === null && fromRoom === null) refuse('floor', refusedRow.floorUnknown());
  else if (floor === null && text !== '') warnings.push(warning.floorFromRoom(door, fromRoom!));
  else if (floor !== null && fromRoom !== null && floor !== fromRoom) {
    warnings.push(warning.floorDiffers(door, floor, fromRoom));
  }
  return floor ?? fromRoom ?? 0;
}

interface People {
  ownerName: string;
  coOwners: string[];
  tenantName: string | null;
  tenure: Tenure;
  note: string;
}

function readPeople(cells: RowCells, door: string, refuse: Refuse, warnings: string[]): People {
  const owner = readOwner(cells.cell('owner').text);
  const names = [...owner.others, ...splitNames(cells.cell('coOwners').text)];
  const coOwners = [...new Set(names)].filter((name) => name !== owner.name);
  const stated = readTenure(cells.cell('tenure').text);
  if (owner.name === '') refuse('owner', refusedRow.missing('owner'));
  if (owner.name.length > longest.name || (owner.tenantName ?? '').length > longest.name)
    refuse('owner', refusedRow.tooLong('owner'));
  if (coOwners.length > mostNames || coOwners.some((name) => name.length > longest.name)) {
    refuse('coOwners', refusedRow.tooLong('coOwners'));
  }
  if (stated === undefined) refuse('tenure', refusedRow.tenureUnknown(cells.cell('tenure').text));
  const tenure: Tenure = stated ?? (owner.tenantName === null ? 'commodity' : 'public_rental');
  if (stated === null && cells.has('tenure') && owner.tenantName === null) warnings.push(warning.tenureAssumed(door));
  if (owner.tenantName !== null && tenure !== 'public_rental') refuse('tenure', refusedRow.tenantNeedsPublicHousing());
  if (tenure === 'public_rental' && ownerKindOf(owner.name, tenure) === 'person' && owner.name !== '') {
    warnings.push(warning.publicWithoutAuthority(door, owner.name));
  } else if (tenure === 'public_rental' && owner.tenantName === null) warnings.push(warning.publicWithoutTenant(door));
  if (owner.note !== '') warnings.push(warning.noteMoved(door, owner.note));
  return { ownerName: owner.name, coOwners, tenantName: owner.tenantName, tenure, note: owner.note };
}
