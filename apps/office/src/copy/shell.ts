export const shell = {
  navigation: '主要栏目',
  groups: {
    today: '今天要办',
    roll: '名册',
    rounds: '征询',
    reviews: '审核',
    bindings: '认证',
    disputes: '争议',
    projects: '项目',
    people: '人员',
    audit: '操作记录',
    account: '我的账号',
  },
  waiting: (count: number) => `${count} 件待办`,
  signOut: '退出登录',
  readOnly: '只看，不能改',
  notForYou: {
    title: '这一页不归您的岗位看',
    whose: (role: string) => `您现在用的是“${role}”的账号`,
    text: '每个岗位只看得到自己要办的事。如果工作需要，请和管理系统的同事联系。',
    back: (group: string) => `回到“${group}”`,
  },
};
