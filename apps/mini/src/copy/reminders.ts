import type { ReminderChannel, ReminderChoice } from '@/api/wire';
import type { SubscriptionAnswer } from '@/platform/subscription.types';

export const remindersCopy = {
  title: '快截止时，怎么提醒您？',
  link: '快截止时提醒我',
  linkHint: '您家还没有表决时，提醒您一下',
  sectionTitle: '提醒',
  purposeLink: '选怎么提醒我',

  choose: '选一种提醒方式',
  now: '现在：',
  nowNothing: '还没有选，所以不会提醒您',
  labels: { none: '不用提醒', sms: '发短信', weapp: '微信消息' } satisfies Record<ReminderChannel, string>,
  hints: {
    none: '什么都不发',
    weapp: '发在微信里。每发一条，要您先允许一次',
  },
  smsHint: (phone: string | null) => (phone ? `发到 ${phone}` : ''),

  saved: {
    none: '记下了：不提醒您。',
    sms: '记下了：快截止时给您发短信。',
    weapp: '记下了：快截止时给您发微信消息。',
  } satisfies Record<ReminderChannel, string>,
  undo: '点错了不要紧，再点别的就改过来了。',

  notHere: '不能选的',
  noPhone: '您的账号里没有手机号，收不到提醒。想收，就到“我的”里退出，用手机号登录，再绑定一次您家。',
  noSms: '这里没有开通短信提醒。',
  notInWeapp: '网页上不能选。请打开微信小程序“加梯”，到“我的”里选。',
  notByWeapp: '要先用微信登录过：到“我的”里退出登录，再点“用微信登录”。',

  left: (messages: number) => `微信现在还能给您发${messages}条。`,
  leftNone: '微信现在一条也不能给您发。',
  leftWords: '您在微信里每允许一次，我们才能发一条。发完了，就收不到了。',
  leftNoneWords: '您没有再允许，就收不到提醒。',
  leftEnough: '已经够用，不用再允许了。',
  leftElsewhere: '要再允许，请打开微信小程序“加梯”，到“我的”里点。',
  once: '再允许一次',

  about: '您可以放心',
  lines: [
    '由工作人员发，一轮征询最多给您发3次。',
    '消息里不写大家选了什么，也不写有多少人表决。',
    '选哪一种，都不影响表决。',
  ],
  consent: '选短信或微信，就是同意下面这段话',
  openSettings: '打开微信设置',
} as const;

/** What is chosen now, after “现在：”. */
export function nowWords({ channel, chosenAt }: ReminderChoice): string {
  return `${remindersCopy.now}${chosenAt ? remindersCopy.labels[channel] : remindersCopy.nowNothing}`;
}

/** Why WeChat gave no permission, and what to do next. */
export const notAllowedCopy: Record<Exclude<SubscriptionAnswer, 'allowed'>, { title: string; words: string }> = {
  refused: {
    title: '微信里没有允许，所以什么都没有改。',
    words:
      '想收微信消息，请再点一次，微信问的时候点“允许”。如果微信没有问，就打开微信设置，在“订阅消息”里改成允许，再回来点。',
  },
  turned_off: {
    title: '您的微信关掉了这个小程序的消息，所以什么都没有改。',
    words: '想收微信消息，请打开微信设置，在“订阅消息”里打开，再回来点一次。',
  },
  closed: {
    title: '微信消息现在发不了，所以什么都没有改。',
    words: '这不是您的问题。请选别的方式，也请打楼道海报上的电话告诉工作人员。',
  },
  not_asked: {
    title: '微信没有回应，所以什么都没有改。',
    words: '请看看网络，再点一次。还是不行，就选别的方式。',
  },
};
