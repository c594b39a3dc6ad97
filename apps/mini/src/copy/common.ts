import type { TextSize } from '@/state/text-size';

export const appName = '加梯';

export const common = {
  back: '返回',
  close: '关闭',
  retry: '再试一次',
  goHome: '回到首页',
  addressCopied: '网址已经复制。请打开手机浏览器，粘贴到地址栏里。',
  textSize: '字号',
  textSizeTitle: '字要多大？',
  firstSizeTitle: '这样的字看得清吗？',
  firstSizeHint: '以后点右上角的“字号”还能改。',
  loading: '正在打开…',
  loadingLong: '还在打开。网络慢的时候要等一会儿，不用重按。',
  problemTitle: '没有打开',
  logIn: '登录',
  notIn: '还没有登录',
  notInWords: '这一页是您自己的，登录以后才看得到。',
  whatToDo: '再试还是不行，就打楼道里海报上的电话。',
  optional: '选填',
  chooseFirst: '请先选一项',
  or: '也可以',
  toLock: '去输入开锁码',
} as const;

export const textSizeLabels: Record<TextSize, string> = { normal: '标准', large: '大字', elder: '长辈' };
