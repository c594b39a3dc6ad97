/** What people read about what the office looked through for them. */
export const reviewWords = {
  title: '交给办公室审核的事',
  kept: {
    what: '办公室审核的结果和理由',
    why: '说明一张票或一次绑定为什么通过、为什么没有通过',
    until: '系统不会自动删除',
  },
};
