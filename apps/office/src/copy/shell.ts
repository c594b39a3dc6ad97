export const shell = {
  navigation: '主要栏目',
  today: '今天要办',
  roll: '名册',
  rounds: '征询',
  reviews: '审核',
  people: '人员',
  waiting: (count: number) => `${count} 件待办`,
  signedInAs: (name: string) => `${name}，您好`,
  signOut: '退出登录',
};
