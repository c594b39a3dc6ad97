import * as xlsx from '@e965/xlsx';

/** A cell's value as a test writes it. */
export type Cell = string | number | null;

/** An .xlsx of the given sheets. `merges` in Excel's own notation: "A4:A15". */
export function workbookOf(sheets: Record<string, Cell[][]>, merges: Record<string, string[]> = {}): Buffer {
  const workbook = xlsx.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = xlsx.utils.aoa_to_sheet(rows);
    sheet['!merges'] = (Object.hasOwn(merges, name) ? merges[name]! : []).map((range) =>
      xlsx.utils.decode_range(range),
    );
    xlsx.utils.book_append_sheet(workbook, sheet, name);
  }
  return xlsx.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** The headings the office's own form has. */
export const headings: Cell[] = [
  '楼号',
  '门洞',
  '室号',
  '楼层',
  '建筑面积（㎡）',
  '产权人',
  '共有人',
  '联系电话',
  '房屋性质',
  '是否出租',
  '备注',
];

/** A sheet of rows under the usual headings. */
export const rollOf = (...rows: Cell[][]): Buffer => workbookOf({ 名册: [headings, ...rows] });

/** A photograph that somebody renamed to .xlsx: the first bytes of a JPEG. */
export const renamedPicture = (): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]), Buffer.from('JFIF\0'), Buffer.alloc(2_000, 7)]);

/** What Excel writes when a password is set: a compound file around an encrypted package. */
export function passwordProtected(): Buffer {
  const container = xlsx.CFB.utils.cfb_new();
  xlsx.CFB.utils.cfb_add(container, 'EncryptionInfo', Buffer.from([4, 0, 4, 0]));
  xlsx.CFB.utils.cfb_add(container, 'EncryptedPackage', Buffer.alloc(4_096, 3));
  return xlsx.CFB.write(container, { type: 'buffer' }) as Buffer;
}

/** An .xlsx with this many doors, made by hand because no library should be trusted to make it small. */
export function hugeRoll(doors: number): Buffer {
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const header = `<row>${['楼号', '门洞', '室号', '建筑面积', '产权人'].map(text).join('')}</row>`;
  const door = `<row>${['1号楼', '1号', '101'].map(text).join('')}<c><v>60</v></c>${text('周')}</row>`;
  const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${header}${door.repeat(doors)}</sheetData></worksheet>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipOf(parts);
}

/** Any ZIP: a Word file, say, or the hand-made workbook above. */
export function zipOf(parts: Record<string, string>): Buffer {
  const container = xlsx.CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(parts)) xlsx.CFB.utils.cfb_add(container, path, Buffer.from(content));
  return xlsx.CFB.write(container, { type: 'buffer', fileType: 'zip', compression: true } as never) as Buffer;
}
