import type { RollColumn } from './sheet-words';

/** What the office calls a column, for the reasons beside a row. */
export const columnLabels: Readonly<Record<RollColumn, string>> = {
  buildingName: '楼号',
  stairwellName: '门洞',
  roomNo: '室号',
  floor: '楼层',
  area: '建筑面积',
  areaSource: '面积依据',
  owner: '产权人',
  coOwners: '共有人',
  phone: '联系电话',
  tenure: '房屋性质',
  isLet: '是否出租',
  remark: '备注',
};

const rowList = (rows: readonly number[]): string =>
  rows.length <= 8 ? rows.map((row) => `第${row}行`).join('、') : `${rowList(rows.slice(0, 8))}等 ${rows.length} 行`;

/** Why a row is refused. Each says what to change in the sheet. */
export const refusedRow = {
  missing: (column: RollColumn) => `${columnLabels[column]}空着，请补上。`,
  doorListedTwice: (door: string, firstRow: number, firstSheet: string | null) =>
    `${door}已经在${firstSheet ? `工作表“${firstSheet}”的` : ''}第${firstRow}行登记过，一户只能有一行。请删去其中一行。`,
  areaNegative: (text: string) => `面积写的是 ${text}，不能小于 0。请按房本填写，不清楚就空着。`,
  areaZero: () => '面积写的是 0。请按房本填写，不清楚就空着。',
  areaTooFine: (text: string) => `面积 ${text} 多于两位小数。请按房本写到 0.01 平方米。`,
  areaTooLarge: (text: string) => `面积 ${text} 平方米太大了，请核对。`,
  areaUnreadable: (text: string) => `看不懂面积“${text}”。请只写数字，例如 68.52。`,
  floorUnreadable: (text: string) => `看不懂楼层“${text}”。请只写数字，例如 6。`,
  floorUnknown: () => '楼层空着，从室号也看不出是几层，请补上。',
  roomIsDate: (text: string) => `室号被 Excel 当成了日期（${text}）。请把这一格设为文本，再写一遍室号。`,
  tooLong: (column: RollColumn) => `${columnLabels[column]}太长，请写短一些。`,
  tenureUnknown: (text: string) => `看不懂房屋性质“${text}”。请写商品房、售后公房或公房。`,
  tenantNeedsPublicHousing: () => '产权人里写了承租人，房屋性质却不是公房，请核对。',
} as const;

/** What was read, but should be looked at. Nothing is lost by it. */
export const warning = {
  areaUnknown: (door: string) => `${door}没有面积，先按“未知”登记。补上之前，征询结果会是“暂时无法判定”。`,
  phoneDropped: (door: string, text: string) => `${door}的联系电话“${text}”位数不对，没有采用。`,
  phoneFirstOfSeveral: (door: string, text: string) => `${door}写了几个电话“${text}”，采用了第一个。`,
  floorFromRoom: (door: string, floor: number) => `${door}的楼层空着，按室号算作 ${floor} 层。`,
  floorDiffers: (door: string, floor: number, fromRoom: number) =>
    `${door}的楼层写的是 ${floor}，室号看起来是 ${fromRoom} 层，请核对。`,
  tenureAssumed: (door: string) => `${door}没有写房屋性质，先按商品房登记。`,
  publicWithoutAuthority: (door: string, name: string) =>
    `${door}是公房，产权人写的却是“${name}”。如果这是承租人，请写成“某某房管所（承租人：${name}）”。`,
  publicWithoutTenant: (door: string) => `${door}是公房，没有写承租人。`,
  noteMoved: (door: string, note: string) => `${door}的产权人后面写着“${note}”，已移到备注。`,
  sameName: (name: string, rows: readonly number[]) =>
    `“${name}”在${rowList(rows)}出现，电话不同或没有写，先按不同的人登记。同名，若是同一人请合并，人数才算得对。`,
  nameCarriedDown: (rows: readonly number[]) => `${rowList(rows)}没有写楼号或门洞，按上一行算。`,
  sumDiffers: (label: string, said: string, read: string, unknownArea: number) =>
    `“${label}”写的是 ${said}，读到的是 ${read}${unknownArea > 0 ? `，另有 ${unknownArea} 户缺面积` : ''}。请核对。`,
  sumArea: (areaText: string) => `${areaText}㎡`,
  sumHouseholds: (count: number) => `${count}户`,
  estateDiffers: (onSheet: string, given: string) =>
    `表里写的小区是“${onSheet}”，您填的是“${given}”，请核对没有选错文件。`,
  sheetSkipped: (sheet: string) => `工作表“${sheet}”里没有名册的表头，没有读。`,
  hiddenSheetSkipped: (sheet: string) => `工作表“${sheet}”是隐藏的，没有读。要导入请先取消隐藏。`,
  lineIgnored: (text: string) => `这一行没有室号，也没有产权人，当作说明文字，没有导入：“${text}”。`,
  noPhoneColumn: () => '表里没有“联系电话”一栏，住户只能凭纸条绑定。',
  noTenureColumn: () => '表里没有“房屋性质”一栏，都先按商品房登记。',
} as const;

/** 「1号楼 1号 101室」 */
export const doorLabel = (buildingName: string, stairwellName: string, roomNo: string): string =>
  `${buildingName} ${stairwellName} ${roomNo}室`;
