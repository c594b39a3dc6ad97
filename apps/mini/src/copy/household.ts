import { formatDate, formatDay, formatRoom } from '@jiati/contracts';
import type { HouseholdPerson } from '@/api/wire';
import { relationNames } from './labels';

export const householdCopy = {
  title: (roomNo: string) => `我家：${formatRoom(roomNo)}`,
  titleEntrusted: (roomNo: string) => `受托：${formatRoom(roomNo)}`,
  titleUnknown: '我家',
  missing: '没有找到这套房子',
  missingWords: '可能已经解除绑定。请回到“我的”再看一下。',
  toMe: '回到“我的”',
  switchTitle: '换另一套房子看',
  iAm: '我的身份',
  state: '绑定',
  since: '绑定日期',
  expires: '有效到',
  peopleTitle: '谁绑定了这套房子',
  peopleNote: '姓名只显示姓，其他的不公开。看到不认识的人，请打电话告诉工作人员。',
  peopleOnlyMe: '现在只有您一个人绑定。',
  mine: (name: string) => `${name}（我）`,
  doTitle: '可以做的',
  vote: '去表决',
  receipt: '表决票和回执',
  letter: '看委托书',
  proxy: '请别人替我表决',
  proxyHint: '不方便投票时，写一份委托书',
  stairwell: '看门洞的进展',
  interest: '登记意愿',
  end: '解除绑定',
  endHint: '房子卖了，或者绑错了',

  pending: {
    title: '已提交，等工作人员核对',
    words: '一般一两天。核对好了，这里会变，不用再交一次。现在可以看方案和进展，还不能表决。',
  },
  returned: {
    title: '没有通过核对，退回来了',
    reason: (reason: string) => `原因：${reason}`,
    noReason: '请打楼道海报上的电话问清原因。',
    again: '补好材料，再提交一次',
  },
  expired: {
    title: '这次绑定到期了',
    words: '到期以后只能看公开的内容。还需要的话，再绑定一次。',
    again: '再绑定一次',
  },
  disputeTitle: '这套房子有争议，正在处理',
  disputeWords:
    '争议期间暂停表决和改票；以前投的票不会丢。方案、分摊和进展，您照样可以看。处理好了就能继续，有话请打电话跟工作人员说。',

  endTitle: (roomNo: string) => `要解除${formatRoom(roomNo)}的绑定吗？`,
  endFollows: '解除以后：',
  endConsequences: [
    '您不能再替这套房子表决，也看不到它的票和回执。',
    '已经投的票照样算数，不会作废。',
    '您给别人的委托一起停止。',
    '不影响房子的产权，也不影响家里别的人。',
    '以后还要用，就重新绑定一次。',
  ],
  endSure: '解除绑定',
  ending: '正在解除…',
  endNot: '先不解除',
  endedTitle: '已经解除绑定',
  endedWords: (home: string) => `${home}已经不在您的名下了。`,
} as const;

/** “产权人 · 11月20日（周五）绑定” */
export function personHint({ relation, since, expiresOn }: HouseholdPerson): string {
  const until = expiresOn ? `，有效到${formatDate(expiresOn)}` : '';
  return `${relationNames[relation]}，${formatDay(since)}绑定${until}`;
}
