import * as xlsx from '@e965/xlsx';
import { rollRowsOf, type FixtureEstate } from '@jiati/fixtures';

const tenureWord = { commodity: '商品房', purchased_public: '售后公房', public_rental: '公房' } as const;
const sourceWord = { registered: '登记', surveyed: '实测', contracted: '合同' } as const;
const headings = [
  '楼号',
  '门洞',
  '室号',
  '楼层',
  '建筑面积',
  '产权人',
  '共有人',
  '联系电话',
  '房屋性质',
  '面积依据',
  '备注',
];

const squareMetres = (areaDm2: number): string => {
  const digits = String(areaDm2).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The Excel an office would keep of an estate, so that made-up estates come in by the same door as real ones. */
export function workbookOfEstate(estate: FixtureEstate): Buffer {
  const rows = rollRowsOf(estate).map((row) => [
    row.buildingName,
    row.stairwellName,
    row.roomNo,
    row.floor,
    row.areaDm2 === null ? null : squareMetres(row.areaDm2),
    row.tenantName === null ? row.owner.name : `${row.owner.name}（承租人：${row.tenantName}）`,
    row.coOwners.join('、'),
    row.phone,
    tenureWord[row.tenure],
    row.areaSource === null ? null : sourceWord[row.areaSource],
    row.remark,
  ]);
  const workbook = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet([[`${estate.estateName}业主名册`], headings, ...rows]);
  xlsx.utils.book_append_sheet(workbook, sheet, '业主名册');
  return xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
