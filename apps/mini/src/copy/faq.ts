export const faqCopy = {
  listTitle: '大家常问的',
  basis: '依据',
  basisUnverified: '这一条还在等主管部门确认，以窗口答复为准。',
  readAloud: '读给我听',
  stopReading: '停下来',
  next: '看下一问',
  backToList: '看全部问答',
  missing: '没有找到这一问',
  letterSources: '公开信的依据',
} as const;
