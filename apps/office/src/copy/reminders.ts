import { formatMoment, formatStamp, unreachedReasonLabels, type UnreachedReason } from '@jiati/contracts';
import { wallClock } from '../lib/shanghai';

/**
 * The text message as docs/operations.md has it registered with Tencent: {1} is the day and {2} the hour of closing, and
 * the address is the office's own.
 */
export const smsTemplate = (address: string): string =>
  `您家门洞加装电梯的征询，截止日期是{1}，时间是{2}。请打开 ${address} 看看，也可以问居委会。`;

export const reminders = {
  link: '提醒还没表决的住户',
  title: '提醒还没表决的住户',
  back: '这一轮征询',
  lead: '只提醒还没表决的住户，按各人自己选的方式发。',
  readOnly: '您可以看，不能发。发提醒由加梯办的工作人员来做。',
  notOpen: '这一轮不在征询中，不再发提醒。',
  over: '这一轮已到截止时间，不再发提醒。',
  stale: '刚才没有读到最新的情况，下面是上一次读到的。网络好了会再读。',

  silent: (doors: number) => `还有 ${doors} 户没有表决`,
  silentHint: '已经表决的、正在等审核的、登记了争议的户，都不算在内。',
  messages: (count: number) => `${count} 条`,
  reached: '收得到提醒',
  reachedDoors: {
    ask: (doors: number, byChannel: string) => `${doors} 户，会发出${byChannel}`,
    later: (doors: number) => `${doors} 户，现在不能发`,
  },
  channels: (sms: number, weapp: number) =>
    [sms > 0 && `短信 ${sms} 条`, weapp > 0 && `微信消息 ${weapp} 条`].filter(Boolean).join('，'),
  unreached: '提醒不到',
  unreachedDoors: (doors: number) => `${doors} 户，名单在下面`,
  noDoors: '没有',
  justReminded: '两天内提醒过',
  justRemindedDoors: (doors: number) => `${doors} 户，先等一等`,
  messagesHint: '一户有几位业主选了提醒的，各收一条；一人有几套房的，只收一条。',
  remind: '发提醒',
  standing: {
    used_up: '这一轮的提醒次数已经用完，不能再发。还没表决的户，计票表上都有，请打电话或者上门。',
    resting: (from: string) => `上次提醒还不满一天，${from}以后才可以再发。`,
    nobody_reached: '现在没有人收得到提醒，不用发。请照下面的名单打电话或者上门。',
    all_lately: '选了提醒的，两天内都提醒过了，先等一等。',
  },
  nobodySilentTitle: '没有要提醒的住户',
  nobodySilent: '每一户都已经表决，或者正在等审核、登记了争议。不用发提醒，也不用上门。',

  progress: '已经发过的提醒',
  neverAsked: '这一轮还没有发过提醒。',
  sending: (waiting: number) => `正在发，还有 ${waiting} 条在等。这一页会自己更新，关上也会接着发。`,
  allSent: '都发完了。',
  allSentBut: (failed: number) => `发完了，其中 ${failed} 条没有发成。`,
  facts: {
    lastAsked: '上次提醒',
    left: '还能发',
    waiting: '等着发',
    sent: '已发出',
    failed: '没发成',
  },
  left: (left: number) => `${left} 次`,
  leftFrom: (left: number, from: string) => `${left} 次，${from}以后可以发`,
  leftNone: '次数用完了，不能再发',
  lookedAgain: '每一条发出前都再核对一遍：这期间已经表决、或者取消了提醒的，就不再发。所以发出的可能比当时算的少。',
  failedHint:
    '没发成的不会自动重发，多半是号码停用，或者微信里没有再允许。还没表决的户，计票表上都有，可以打电话或者上门。',

  confirmTitle: (count: number) => `发出 ${count} 条提醒`,
  verb: (count: number) => `发出 ${count} 条提醒`,
  confirm: {
    round: '征询',
    to: '发给',
    toValue: (doors: number, byChannel: string) => `没有表决的 ${doors} 户，${byChannel}`,
    sms: '短信写的是',
    smsHint: '前面是办公室的短信签名；文字以登记的短信模板为准。',
    weapp: '微信消息写的是',
    weappPlace: (place: string) => `门洞：${place}`,
    weappOwnPlace: '门洞：住户自己的小区、楼和门洞',
    weappCloses: (moment: string) => `截止：${moment}`,
    weappHint: '每项的名称以登记的微信模板为准；点开是这个门洞的页面。',
    notIn: '里面没有姓名、室号和电话，也不说有几户表决了、谁选了什么。',
    final: (left: number) =>
      `一按就开始发，发出的收不回来。${
        left > 0 ? `一天以内不能再发；这一轮还能再发 ${left} 次。` : '这是这一轮的最后一次，以后不能再发。'
      }`,
    unsure: '这一次可能已经发了，也可能没有。请重新读取，看“已经发过的提醒”里有没有。一天只能发一次，不会发两遍。',
  },
  done: (count: number) => `${count} 条提醒已经排上，正在发`,

  toVisit: (count: number) => `要打电话或者上门的 ${count} 户`,
  byReason: (counts: [UnreachedReason, number][]) =>
    `${counts.map(([reason, count]) => `${unreachedReasonLabels[reason]}：${count} 户`).join('；')}。`,
  caption: '要打电话或者上门的户',
  placeCount: (place: string, count: number) => `${place}（${count} 户）`,
  roomNo: '室号',
  reason: '为什么提醒不到',
  noted: '办理情况',
  lately: (count: number) => `两天内提醒过的 ${count} 户`,
  latelyHint: '已经给这些户发了提醒，先等一等。',
  print: '打印名单',

  sheet: {
    title: '还没表决的住户：打电话、上门用的名单',
    closes: (moment: string) => `${moment}截止`,
    printedAt: (moment: string) =>
      `${moment}打印。这张单子只供工作人员打电话和上门用，不要张贴，用完收好。只写室号，不写姓名和电话。`,
  },
};

/** The text message as it arrives, without the signature. */
export function smsText(address: string, closesAt: string): string {
  const { date, time } = wallClock(closesAt);
  const [, month, day] = date.split('-').map(Number);
  return smsTemplate(address).replace('{1}', `${month}月${day}日`).replace('{2}', time);
}

/** WeChat lets a place have so many characters; a longer one goes out without its estate. */
const MOST_OF_PLACE = 20;

/** The lines of the message in WeChat; a round over several stairwells (`place` null) names each person's own. */
export const weappLines = (place: string | null, closesAt: string): string[] => [
  place === null || [...place].length > MOST_OF_PLACE
    ? reminders.confirm.weappOwnPlace
    : reminders.confirm.weappPlace(place),
  reminders.confirm.weappCloses(formatStamp(closesAt)),
];

/** How many times more reminders may go out, and from when on. */
export function leftWords({ asksLeft, mayAskFrom }: { asksLeft: number; mayAskFrom: string | null }): string {
  if (asksLeft === 0) return reminders.leftNone;
  return mayAskFrom === null ? reminders.left(asksLeft) : reminders.leftFrom(asksLeft, formatMoment(mayAskFrom));
}
