import { rollRowsOf, type FixtureEstate } from '@jiati/fixtures';
import { workbookOf, type Cell } from './odd-files';
import type { TestActor, TestApi } from '../harness';
import { CommitRollImport, PreviewRollImport, RollDirectory, type StairwellPlace } from '../../src/modules/roll';

const tenureWord = { commodity: '商品房', purchased_public: '售后公房', public_rental: '公房' } as const;
const headings: Cell[] = [
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
const sourceWord = { registered: '登记', surveyed: '实测', contracted: '合同' } as const;

/** The estate as the Excel an office would keep of it. */
export function workbookOfEstate(estate: FixtureEstate): Buffer {
  const rows = rollRowsOf(estate).map((row): Cell[] => [
    row.buildingName,
    row.stairwellName,
    row.roomNo,
    row.floor,
    row.areaDm2 === null ? null : `${Math.floor(row.areaDm2 / 100)}.${String(row.areaDm2 % 100).padStart(2, '0')}`,
    row.tenantName === null ? row.owner.name : `${row.owner.name}（承租人：${row.tenantName}）`,
    row.coOwners.join('、'),
    row.phone,
    tenureWord[row.tenure],
    row.areaSource === null ? null : sourceWord[row.areaSource],
    row.remark,
  ]);
  return workbookOf({ 名册: [headings, ...rows] });
}

/** Imports an estate as an officer would: file, preview, commit. Gives its stairwells in natural order. */
export async function importEstate(api: TestApi, officer: TestActor, estate: FixtureEstate): Promise<StairwellPlace[]> {
  const { estateName, town, neighbourhood } = estate;
  const file = { fileName: `${estateName}.xlsx`, bytes: workbookOfEstate(estate) };
  const preview = await api.app.get(PreviewRollImport).execute(officer, { estateName, town, neighbourhood }, file);
  if (preview.counts.refused > 0) throw new Error(JSON.stringify(preview.refusedRows));
  const { estate: imported } = await api.app.get(CommitRollImport).execute(officer, preview.id);
  return api.app.get(RollDirectory).stairwellsOfEstate(api.dataSource.manager, imported.id!);
}
