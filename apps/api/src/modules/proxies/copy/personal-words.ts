/** What people read about letters by which somebody stands for somebody else. */
export const proxyWords = {
  title: '委托书',
  revokedBecause: '账号已注销',
  ended: '您给出的、还有效的委托：全部撤销',
  given: {
    what: '您给出的委托书：受托人、证件号码和照片',
    why: '说明谁能代表这一户投票',
    until: '随那一户的征询档案保存，系统不会自动删除',
  },
  received: {
    what: '别人委托您的委托书上，您的姓名和电话',
    why: '委托书是委托人的文件',
    until: '随那一户的征询档案保存，系统不会自动删除',
  },
};
