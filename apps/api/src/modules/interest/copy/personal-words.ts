/** What people read about what they said before a round. */
export const interestWords = {
  title: '意愿登记',
  erased: '您写的担心和备注',
  kept: {
    what: '意愿登记里选的那一项',
    why: '用来了解整个门洞的想法；里面没有姓名',
    until: '系统不会自动删除',
  },
};
