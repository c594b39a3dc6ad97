import { rosterFile } from '@jiati/fixtures';
import * as xlsx from '@e965/xlsx';
import {
  headings,
  hugeRoll,
  passwordProtected,
  renamedPicture,
  rollOf,
  workbookOf,
  zipOf,
} from '../../../../test/roll/odd-files';
import { parseRoll } from './parse-roll';
import { parseRollInThread } from './parse-roll-in-thread';
import type { ParsedRoll } from './roll-sheet.types';

function read(bytes: Buffer): ParsedRoll {
  const result = parseRoll(bytes);
  if (result.kind !== 'roll') throw new Error(`not read: ${result.reason}`);
  return result.roll;
}

const door = (row: { buildingName: string; stairwellName: string; roomNo: string }) =>
  `${row.buildingName} ${row.stairwellName} ${row.roomNo}`;

/** The office's own lines of sums, read straight from the sheet: [门洞, 户数, 面积 in dm²]. */
function sumLines(name: Parameters<typeof rosterFile>[0]): [string, number, number][] {
  const workbook = xlsx.read(rosterFile(name));
  const rows = xlsx.utils.sheet_to_json<string[]>(workbook.Sheets['业主名册']!, { header: 1, raw: false });
  return rows
    .filter((row) => String(row[1]).endsWith('合计'))
    .map((row) => [String(row[1]).replace('合计', ''), parseInt(String(row[2])), Math.round(Number(row[4]) * 100)]);
}

function byStairwell(roll: ParsedRoll): Map<string, { households: number; areaDm2: number; unknown: number }> {
  const sums = new Map<string, { households: number; areaDm2: number; unknown: number }>();
  for (const row of roll.rows) {
    const sum = sums.get(row.stairwellName) ?? { households: 0, areaDm2: 0, unknown: 0 };
    sum.households += 1;
    sum.areaDm2 += row.areaDm2 ?? 0;
    sum.unknown += row.areaDm2 === null ? 1 : 0;
    sums.set(row.stairwellName, sum);
  }
  return sums;
}

describe('the tidy roll of 东苑花园', () => {
  const roll = read(rosterFile('roster-east-garden'));

  it('holds all 166 doors of 12 stairwells, refuses none, and knows the estate from its title', () => {
    expect(roll.rows).toHaveLength(166);
    expect(roll.refusedRows).toEqual([]);
    expect(roll.estateNameOnSheet).toBe('东苑花园');
    expect(new Set(roll.rows.map(door)).size).toBe(166);
  });

  it('sums, stairwell by stairwell, to exactly what the office added up itself', () => {
    const sums = byStairwell(roll);
    const said = sumLines('roster-east-garden');
    expect(said).toHaveLength(12);
    expect(said).toEqual([...sums].map(([name, sum]) => [name, sum.households, sum.areaDm2]));
  });

  it('reads a public flat as its authority with the tenant apart', () => {
    expect(roll.rows[0]).toMatchObject({
      buildingName: '1号楼',
      stairwellName: '1号',
      roomNo: '101',
      floor: 1,
      areaDm2: 6704,
      areaSource: 'registered',
      tenure: 'public_rental',
      owner: { name: '东苑花园所在房管所', kind: 'housing_authority' },
      tenantName: '孙康',
      isLet: true,
    });
  });

  it('names the rows where one name stands with another telephone or none, and only those', () => {
    expect(roll.warnings.map(({ message }) => message.slice(0, 60))).toEqual([
      expect.stringContaining('“华永”在第24行、第54行'),
      expect.stringContaining('“杨斌”在第27行、第96行'),
      expect.stringContaining('“钱燕建”在第39行、第75行、第126行、第127行'),
      expect.stringContaining('“李华”在第102行、第124行'),
    ]);
  });
});

describe('the messy roll of 东苑花园', () => {
  const roll = read(rosterFile('roster-east-garden-messy'));

  it('loses no door and refuses exactly two rows, each with its reason', () => {
    expect(roll.rows).toHaveLength(166);
    expect(roll.refusedRows.map(({ row, reasons }) => [row, reasons])).toEqual([
      [188, [{ column: 'roomNo', message: '1号楼 1号 101室已经在第4行登记过，一户只能有一行。请删去其中一行。' }]],
      [189, [{ column: 'area', message: '面积写的是 -12，不能小于 0。请按房本填写，不清楚就空着。' }]],
    ]);
  });

  it('sums to the office’s figures wherever no area is missing, and says where one is', () => {
    const sums = byStairwell(roll);
    const short = [...sums].filter(([, sum]) => sum.unknown > 0).map(([name, sum]) => [name, sum.unknown]);
    expect(short).toEqual([
      ['1号', 1],
      ['6号', 1],
      ['7号', 2],
    ]);
    for (const [name, households, areaDm2] of sumLines('roster-east-garden-messy')) {
      const read = sums.get(name)!;
      expect([name, read.households]).toEqual([name, households]);
      if (read.unknown === 0) expect([name, read.areaDm2]).toEqual([name, areaDm2]);
    }
    expect(roll.warnings.filter(({ message }) => message.includes('合计')).map(({ row }) => row)).toEqual([
      16, 93, 109,
    ]);
  });

  it('leaves an unknown area unknown', () => {
    const unknown = roll.rows.filter(({ areaDm2 }) => areaDm2 === null);
    expect(unknown.map(door)).toEqual(['1号楼 1号 601', '2号楼 6号 202', '3号楼 7号 601', '3号楼 7号 701']);
    expect(unknown.every(({ areaSource }) => areaSource === null)).toBe(true);
  });

  it('reads full-width room numbers, 「6层」, 「㎡」 and a telephone with dashes', () => {
    expect(roll.rows.find(({ row }) => row === 8)).toMatchObject({ roomNo: '301', phone: '18655941008' });
    expect(roll.rows.find(({ row }) => row === 9)).toMatchObject({
      roomNo: '302',
      floor: 3,
      areaDm2: 5644,
      tenantName: '赵秀',
    });
    expect(roll.rows.find(({ row }) => row === 17)).toMatchObject({ owner: { name: '吕文少', kind: 'person' } });
    expect(roll.rows.find(({ row }) => row === 52)).toMatchObject({ coOwners: ['赵少秀', '周梅春'] });
    expect(roll.rows.find(({ row }) => row === 96)).toMatchObject({ roomNo: '102', areaDm2: 10660 });
  });
});

describe('a roll written in other ways', () => {
  it('is found by the names of its columns, in any order, under any title, over several sheets', () => {
    const roll = read(
      workbookOf({
        填表说明: [['请按户填写']],
        '1号楼': [
          ['某小区业主名册'],
          ['业主姓名', '房号', '单元', '专有面积', '手机'],
          ['周一', '101室', 2, 60.5, 13800000001],
        ],
        '2号楼': [
          ['业主姓名', '房号', '单元', '专有面积', '手机'],
          ['周二', '201', '2单元', '60.5平方米', ''],
        ],
      }),
    );
    expect(roll.rows.map((row) => [door(row), row.floor, row.areaDm2, row.phone])).toEqual([
      ['1号楼 2号 101', 1, 6050, '13800000001'],
      ['2号楼 2单元 201', 2, 6050, null],
    ]);
  });

  it('takes a heading split over two rows, merged cells, ditto marks and blank names', () => {
    const two = [
      ['楼号', '门洞', '室号', '建筑面积', '产权人', null],
      [null, null, null, '㎡', '姓名', '电话'],
      ['3幢', '5', '101', 50, '周一', '13800000001'],
      ['〃', '同上', '102', 50, '周二', ''],
      [null, null, '201', 50, '周三', ''],
    ];
    const roll = read(workbookOf({ 名册: two }, { 名册: ['E1:F1'] }));
    expect(roll.rows.map(door)).toEqual(['3幢 5号 101', '3幢 5号 102', '3幢 5号 201']);
    expect(roll.rows[0]!.phone).toBe('13800000001');
    expect(roll.warnings.some(({ message }) => message.includes('第4行、第5行没有写楼号或门洞'))).toBe(true);
  });

  it('reads companies, developers and several owners in one cell', () => {
    const roll = read(
      rollOf(
        ['1', '1', '101', 1, 60, '春晓房地产开发有限公司', '', '', '商品房', '', ''],
        ['1', '1', '102', 1, 60, '莘园五金厂', '', '', '商品房', '', ''],
        ['1', '1', '201', 2, 60, '张　三，李四', '王五/赵六', '', '售后公房', '否', ''],
        ['1', '1', '202', 2, 60, '陈七（已故）', '', '13800000001/13900000002', '商品房', '', '继承中'],
      ),
    );
    expect(roll.rows.map(({ owner }) => owner.kind)).toEqual(['developer', 'company', 'person', 'person']);
    expect(roll.rows[2]).toMatchObject({
      owner: { name: '张三' },
      coOwners: ['李四', '王五', '赵六'],
      tenure: 'purchased_public',
      isLet: false,
    });
    expect(roll.rows[3]).toMatchObject({ owner: { name: '陈七' }, phone: '13800000001', remark: '继承中；已故' });
  });

  it('keeps rare characters as they are', () => {
    const roll = read(rollOf(['1', '1', '101', 1, 60, '姜㛃', '𠅤文斌', '', '商品房', '', '']));
    expect(roll.rows[0]).toMatchObject({ owner: { name: '姜㛃' }, coOwners: ['𠅤文斌'] });
  });

  it('refuses a row for every fault it has, and takes its neighbours', () => {
    const roll = read(
      rollOf(
        ['1', '1', '101', '顶层', 60.123, '', '', '', '自建房', '', ''],
        ['1', '1', '102', 1, 0, '周二', '', '', '商品房', '', ''],
        ['1', '1', '', 1, 60, '周三', '', '', '商品房', '', ''],
        ['1', '1', '104', 1, '约60', '周四', '', '1380000', '商品房', '', ''],
        ['1', '1', '105', 1, 60.1, '周五', '', '1380000', '商品房', '', ''],
        ['制表：某某', null, null, null, null, null, null, null, null, null, null],
      ),
    );
    expect(roll.rows.map(door)).toEqual(['1号楼 1号 105']);
    expect(roll.refusedRows.map(({ row, reasons }) => [row, reasons.map(({ column }) => column)])).toEqual([
      [2, ['floor', 'area', 'owner', 'tenure']],
      [3, ['area']],
      [4, ['roomNo']],
      [5, ['area']],
    ]);
    expect(roll.warnings.map(({ row }) => row)).toEqual([6, 7]);
  });

  it('takes a calculated 60.900000000000006 for the 60.90 Excel shows', () => {
    expect(
      read(rollOf(['1', '1', '101', 1, 60.900000000000006, '周一', '', '', '商品房', '', ''])).rows[0]!.areaDm2,
    ).toBe(6090);
  });
});

describe('a file that is not a roll', () => {
  const reasonOf = (bytes: Buffer) => {
    const result = parseRoll(bytes);
    return result.kind === 'unreadable' ? result.reason : 'read';
  };

  it.each([
    ['a photograph renamed to .xlsx', renamedPicture(), 'picture'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'pdf'],
    ['a file with a password', passwordProtected(), 'password_protected'],
    ['a Word file', zipOf({ 'word/document.xml': '<w/>' }), 'not_a_spreadsheet'],
    ['a cut-off download', rosterFile('roster-east-garden').subarray(0, 9_000), 'damaged'],
    ['a CSV', Buffer.from('楼号,门洞,室号\n1,1,101'), 'plain_text'],
    ['no bytes at all', Buffer.alloc(0), 'empty_file'],
    ['an empty workbook', workbookOf({ Sheet1: [] }), 'empty_workbook'],
    ['headings and no doors', workbookOf({ 名册: [headings] }), 'empty_workbook'],
  ])('%s', (_, bytes, reason) => expect(reasonOf(bytes)).toBe(reason));

  it('says which headings are missing', () => {
    expect(
      parseRoll(
        workbookOf({
          名册: [
            ['楼号', '室号', '姓名'],
            ['1', '101', '周一'],
          ],
        }),
      ),
    ).toEqual({
      kind: 'unreadable',
      reason: 'headings_missing',
      missingHeadings: ['门洞', '建筑面积'],
    });
  });

  it('turns away 200,000 rows and 5,001 doors, and reads 5,000', async () => {
    const started = performance.now();
    await expect(parseRollInThread(hugeRoll(200_000))).resolves.toEqual({
      kind: 'unreadable',
      reason: 'too_many_rows',
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(reasonOf(hugeRoll(5_001))).toBe('too_many_rows');
    expect(reasonOf(hugeRoll(5_000))).toBe('read');
  });

  it('stops unpacking a part that says it is small and is not', () => {
    const bomb = zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': ' '.repeat(60 * 1024 * 1024) });
    const honest = Buffer.alloc(4);
    honest.writeUInt32LE(60 * 1024 * 1024);
    for (let at = bomb.indexOf(honest); at >= 0; at = bomb.indexOf(honest, at + 1)) bomb.writeUInt32LE(1_000, at);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(reasonOf(bomb)).toBe('too_many_rows');
  });

  it('reads the same in a thread of its own, however many come at once', async () => {
    const bytes = rosterFile('roster-east-garden-messy');
    const here = parseRoll(bytes);
    const there = await Promise.all([1, 2, 3].map(() => parseRollInThread(bytes)));
    expect(there).toEqual([here, here, here]);
  });
});
