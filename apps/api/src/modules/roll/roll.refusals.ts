import { defineRefusals, translateConstraint } from '../../platform/errors';

/** What the roll refuses. A file that cannot be read says what it is and what to do about it. */
export const rollRefusals = defineRefusals({
  roll_file_missing: { status: 400, title: '没有收到文件。请选择名册的 Excel 文件再上传。' },
  roll_file_too_large: { status: 413, title: '文件超过 10 MB。请只留名册那一张表，另存后再上传。' },
  roll_file_picture: { status: 415, title: '这个文件其实是一张图片。请在 Excel 里打开名册，另存为 .xlsx 再上传。' },
  roll_file_pdf: { status: 415, title: '这个文件其实是 PDF。请找到原来的 Excel 名册上传。' },
  roll_file_not_a_spreadsheet: { status: 415, title: '这个文件不是 Excel 表格。请上传 .xlsx 或 .xls 名册。' },
  roll_file_plain_text: { status: 415, title: '这个文件是纯文本。请用 Excel 打开它，另存为 .xlsx 再上传。' },
  roll_file_password_protected: {
    status: 422,
    title: '这个文件设了打开密码，读不了。请在 Excel 里去掉密码（文件、信息、保护工作簿），另存后再上传。',
  },
  roll_file_damaged: { status: 422, title: '文件已损坏，打不开。请重新从原来的电脑上复制一份再上传。' },
  roll_file_empty: { status: 422, title: '这个文件是空的，没有内容。请检查是不是选错了文件。' },
  roll_file_empty_workbook: { status: 422, title: '表里没有一户住户。请检查是不是选错了文件或工作表。' },
  roll_file_headings_missing: {
    status: 422,
    title: '没有找到名册的表头。表头要有楼号、门洞、室号、建筑面积、产权人，位置不限。',
  },
  roll_file_too_many_rows: { status: 413, title: '一次最多导入 5000 户。请按小区或楼号分成几个文件上传。' },
  roll_file_too_slow: { status: 422, title: '这个文件太复杂，读了很久也没读完。请只留名册那一张表，另存后再上传。' },
  roll_import_unknown: { status: 404, title: '没有找到这次导入，请重新上传文件。' },
  import_elsewhere: {
    status: 403,
    title: '您只能导入自己负责的居民区的名册，请核对街道（镇）和居民区，或者联系那里的加梯办。',
  },
  estate_name_missing: { status: 400, title: '表里没有写小区名，请填写小区名。' },
  stairwell_unknown: { status: 404, title: '没有找到这个门洞。请核对海报或纸条上的编号。' },
  roll_household_unknown: { status: 404, title: '没有找到这一户。请核对室号。' },
  owner_unknown: { status: 404, title: '没有找到这位产权人。' },
  owners_not_mergeable: { status: 422, title: '这两位产权人不能合并。只能合并同一个小区里不同的两条记录。' },
  area_without_source: { status: 422, title: '请一并选择面积依据：登记、测绘或合同。' },
  slip_locked: { status: 429, title: '密码输错次数太多，请 15 分钟后再试，或请加梯办重新打印纸条。' },
  not_assigned: { status: 403, title: '这个门洞不在您的走访范围里。请联系加梯办。' },
  volunteer_unknown: { status: 404, title: '没有找到这位志愿者。' },
  assignment_in_the_past: { status: 422, title: '到期日期已经过去了，请选今天或以后的日期。' },
});

translateConstraint({
  fk_volunteer_assignments_stairwell: () => rollRefusals.stairwell_unknown(),
  fk_volunteer_assignments_account: () => rollRefusals.volunteer_unknown(),
});
