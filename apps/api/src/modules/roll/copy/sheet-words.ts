/**
 * The Chinese an office writes into its roll: headings, notes, abbreviations. Only words live here; what they mean
 * for a row is decided in `sheet/`.
 */

/** A column the roll knows, by the name it has in the code. */
export type RollColumn =
  | 'buildingName'
  | 'stairwellName'
  | 'roomNo'
  | 'floor'
  | 'area'
  | 'areaSource'
  | 'owner'
  | 'coOwners'
  | 'phone'
  | 'tenure'
  | 'isLet'
  | 'remark';

/** Every heading an office has been seen to use for a column, without brackets or spaces. The first is ours. */
export const headingSynonyms: Readonly<Record<RollColumn, readonly string[]>> = {
  buildingName: ['楼号', '幢号', '楼栋', '楼幢', '幢', '栋号', '栋', '楼栋号', '楼幢号', '号楼'],
  stairwellName: ['门洞', '单元', '门牌', '门牌号', '门号', '楼道', '单元号', '门洞号', '门栋'],
  roomNo: ['室号', '房号', '房间号', '室', '户号', '房室号'],
  floor: ['楼层', '层', '层次', '所在层', '所在楼层'],
  area: ['建筑面积', '专有面积', '专有部分面积', '面积', '产证面积', '房本面积', '房屋面积', '专有部分建筑面积'],
  areaSource: ['面积依据', '面积来源'],
  owner: ['产权人', '业主', '业主姓名', '产权人姓名', '姓名', '房主', '权利人'],
  coOwners: ['共有人', '共有权人', '其他产权人', '共有人姓名'],
  phone: ['联系电话', '手机', '电话', '手机号', '联系方式', '手机号码', '电话号码'],
  tenure: ['房屋性质', '产权性质', '房屋类型', '性质'],
  isLet: ['是否出租', '出租', '是否租赁', '出租情况'],
  remark: ['备注', '说明', '附注'],
};

/** Without these a sheet is not a roll. */
export const requiredColumns: readonly RollColumn[] = ['buildingName', 'stairwellName', 'roomNo', 'area', 'owner'];

/** Sheets that explain the form and hold no doors. */
export const explanatorySheetName = /说明|示例|样表|模板|参考/;

/** A line of sums, not a door. */
export const sumWords = /合计|小计|总计|共计/;
/** 「12户」 in a line of sums. */
export const sumHouseholds = /(\d+)\s*户/;

/** Same as the row above. */
export const dittoWords: readonly string[] = ['〃', '"', '同上', '″', '々'];

/** Written where the office does not know. */
export const unknownWords: readonly string[] = [
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '?',
  '无',
  '不详',
  '未知',
  '待查',
  '待定',
  '缺',
  '暂无',
];

/** After NFKC 「㎡」 has become "m2". */
export const squareMetreWords = /(?:平方米|平米|平方|m2|㎡|m\^2)$/i;
export const storeyWords = /(?:层|楼|f)$/i;
export const basementWords = /^(?:地下|负|b)(\d+)(?:层|楼|f)?$/i;
export const roomWords = /(?:室|号房|房)$/;

export const buildingSuffix = '号楼';
export const stairwellSuffix = '号';
/** 「1号门洞」「1号门」「1门」 all name the door plate 1号. */
export const stairwellWords = /^(\d+)(?:号门洞|号门|门洞|门|号)$/;
export const buildingWords = /^(\d+)(?:号楼|#楼|#|楼)$/;
/** A sheet named after its building stands in for a missing column. */
export const buildingSheetName = /^\d+(?:号楼|幢|栋|号)$/;

export const tenureWords: Readonly<Record<string, 'commodity' | 'purchased_public' | 'public_rental'>> = {
  商品房: 'commodity',
  商品住宅: 'commodity',
  私房: 'commodity',
  产权房: 'commodity',
  售后公房: 'purchased_public',
  售后房: 'purchased_public',
  已购公房: 'purchased_public',
  房改房: 'purchased_public',
  公房: 'public_rental',
  使用权房: 'public_rental',
  公有住房: 'public_rental',
  直管公房: 'public_rental',
  系统公房: 'public_rental',
  公租房: 'public_rental',
};

export const yesWords: readonly string[] = ['是', 'true', '有', '√', '✓', 'y', 'yes', '1', '出租', '已出租', '租'];
export const noWords: readonly string[] = [
  '',
  'false',
  '否',
  '无',
  '×',
  '✗',
  'x',
  'n',
  'no',
  '0',
  '自住',
  '未出租',
  '-',
  '/',
];

/** 某某房管所（承租人：孙康）, with the brackets already half-width. */
export const tenantInBrackets = /^(.*?)[([【](?:公房)?(?:承租人|承租|租户|租赁户)[:：]?(.+?)[)\]】]$/;
/** Any other note behind a name: 王五（已故）. */
export const noteInBrackets = /^(.+?)[([【](.+?)[)\]】]$/;

export const developerWords = /房地产开发|房产开发|置业|开发商|开发公司|开发有限/;
export const organisationWords =
  /公司|集团|房管所|房管局|房管办|公房管理|物业管理|管理所|管理处|管理局|有限责任|合作社|银行|学校|医院|研究所|研究院|居委会|村委会|街道办|政府|委员会|工厂|总厂|分厂|厂$/;

export const areaSourceWords: readonly { words: RegExp; areaSource: 'registered' | 'surveyed' | 'contracted' }[] = [
  { words: /登记|产权证|产证|房产证|房本|不动产/, areaSource: 'registered' },
  { words: /测绘|实测/, areaSource: 'surveyed' },
  { words: /合同/, areaSource: 'contracted' },
];
/** The line above the headings says where the areas come from: 「面积以不动产登记簿为准」. */
export const areaSourceNote = /面积/;

/** 「东苑花园业主名册（加装电梯征询用）」 → 东苑花园 */
export const estateInTitle =
  /^(.{2,40}?)(?:小区)?(?:全体)?(?:业主|住户|产权人)(?:信息)?(?:名册|清册|名单|登记表|一览表|花名册)/;
