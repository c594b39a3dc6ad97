/** What people read about the records of their account. */
export const accountWords = {
  title: '账号',
  closedName: '已注销的用户',
  nameAndPhone: '账号里的姓名和手机号',
  phoneOnly: '账号里的手机号',
  codes: '发到这个手机号的验证码记录',
  weapp: '与微信的关联',
  witness: {
    what: '您的姓名',
    why: '您经手过邻居的表决票，姓名是这些票的见证',
    until: '随那些票所在征询的档案保存，系统不会自动删除',
  },
  stump: {
    what: '账号的编号',
    why: '让已有的票和记录仍然对得上；编号本身认不出是谁',
    until: '系统不会自动删除',
  },
};

export const deviceWords = {
  title: '登录过的设备',
  names: '设备名称、设备密码和代办人姓名；所有设备立即退出登录',
  kept: {
    what: '登录的起止时间',
    why: '用来查验有没有别人登录过',
    until: '结束 90 天后清除（默认期限）',
  },
};

export const staffWords = { title: '工作账号的登录方式和管辖范围' };
