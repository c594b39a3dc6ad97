/** What people read about themselves on the roll, and about the stairwells assigned to them. */
export const rollWords = {
  title: '业主名册上登记着您手机号的房屋',
  kept: {
    what: '业主名册上的姓名和电话',
    why: '名册由加梯办依职责登记，不属于账号；有误请找加梯办更正',
    until: '电梯交付满 180 天后清除电话（默认期限），姓名随名册保存',
  },
};

export const assignmentWords = {
  title: '分给我走访的门洞',
  duty: '还有分给您走访的门洞没有收回',
  kept: {
    what: '您曾经负责过哪些门洞',
    why: '说明当时由谁上门',
    until: '到期满 3 年后清除（默认期限）',
  },
};
