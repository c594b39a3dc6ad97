/** What people read about what they signed. */
export const agreementWords = {
  title: '同意书和签名',
  kept: {
    what: '同意书和上面的签名',
    why: '这是您和邻居之间协议的凭据',
    until: '随那一轮征询的档案保存，系统不会自动删除',
  },
};
