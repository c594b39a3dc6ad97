/** What a person types to show that they mean it. */
export const ERASURE_CONFIRMATION = '删除';

export const MY_RECORDS_TITLE = '我的资料';

export const consentWords = {
  title: '同意和取消的记录',
  kept: {
    what: '您同意和取消过什么、各在什么时候',
    why: '用来说明当时处理您的信息是经您同意的',
    until: '系统不会自动删除；里面没有姓名和电话',
  },
};

export const auditWords = {
  title: '与我有关的操作记录',
  bySomeoneElse: '工作人员或系统',
  byMyself: '本人',
  kept: {
    what: '登录、投票等操作的记录',
    why: '出现争议时要能查清楚；记录只能增加，不能改动',
    until: '系统不会自动删除；里面没有完整的电话号码',
  },
};
