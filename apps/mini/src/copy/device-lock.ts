import { formatPlace } from '@jiati/contracts';

export const lockCopy = {
  setTitle: '给这台设备设一个开锁码',
  setWords: '6位数字。离开一会儿、或者把平板交给住户以后，要用它才能回到您的页面。',
  setAgainTitle: '再输一次',
  setAgainWords: '和刚才的一样。',
  different: '两次不一样，请从头再设一次。',
  saving: '正在保存…',
  startAgain: '从头再设一次',
  title: '锁住了，请输入开锁码',
  words: (name: string) => formatPlace(name, '6位数字'),
  waiting: (count: number) => `待送${count}条记录都在，解开以后接着送。`,
  checking: '正在核对…',
  wrong: (left: number) => `开锁码不对，还可以试${left}次。`,
  triesUsed: '开锁码错了5次，已经退出登录。请重新用手机号登录；待送的记录都还在。',
  offlineUnknown: '现在连不上网络，这台设备上还没有记住开锁码。请连上网络再解开。',
  forgot: '忘了开锁码，重新登录',
  lockNow: '锁住这台设备',
  backToResident: '回到住户的页面',
  typed: (count: number) => `已输入${count}位`,
  erase: '删除',
  clear: '清空',
} as const;
