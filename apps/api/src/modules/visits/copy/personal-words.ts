/** What people read about the visits at their door, and the ones they made. */
export const visitWords = {
  title: '志愿者上门的记录',
  kept: {
    what: '志愿者上门的时间和结果',
    why: '说明这一户有没有被通知到、听取过意见',
    until: '备注满 3 年后清除（默认期限），时间和结果随项目保存',
  },
};
