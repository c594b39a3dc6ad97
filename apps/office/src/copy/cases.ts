import type { CaseOutcome } from '@jiati/contracts';

const minutes = (seconds: number): string => {
  const whole = Math.round(Math.abs(seconds) / 60);
  if (whole < 120) return `${whole} 分钟`;
  return whole < 2_880 ? `${Math.round(whole / 60)} 小时` : `${Math.round(whole / 1_440)} 天`;
};

export const cases = {
  title: '存疑票',
  lead: '同一户收到两种不同的答复，又不是同一个人、同一种方式给的，先收到的照旧计票，后来的存在这里。问过住户本人，再定哪一张算数。',
  caption: '存疑票一览',
  state: '情况',
  states: { open: '等您来定', settled: '已经定了' },
  allStates: '全部情况',
  allRounds: '全部征询',
  round: '哪一轮征询',
  place: '哪一户',
  opened: '什么时候发现',
  waited: (days: number) => (days === 0 ? '今天' : `等了 ${days} 天`),
  outcome: '怎样定的',
  outcomes: { earlier: '先收到的算数', later: '后收到的算数', ask_again: '都不算，请住户重新表决' } satisfies Record<
    CaseOutcome,
    string
  >,
  room: (place: string, roomNo: string) => `${place} ${roomNo} 室`,
  emptyTitle: '没有存疑票',
  empty: '每一户的答复都对得上。',
  detail: {
    fallbackTitle: '存疑票',
    openTitle: (room: string) => `${room}有两种答复，哪一张算数？`,
    settledTitle: (room: string) => `${room}的存疑票`,
    owners: '业主',
    ownersAndPhones: (names: string) => `${names}（看这一户和电话）`,
    round: '征询事项',
    ask: '请打电话或上门，问清这一户共同的意思，再选。哪一张都不会删掉，公布结果以前还可以改。',
    earlier: '先收到的',
    later: (place: number, count: number) => (count === 1 ? '后收到的' : `后收到的第 ${place} 张`),
    counts: '现在按这张计票',
    nothingCounts: '现在这一户一张也没有计入，等住户重新表决。',
    countsElsewhere: '这一户后来又表决过，现在按后来那一张计票。',
    withdrawal: '撤回表决',
    choose: '这张算数',
    askAgain: '都不算，请住户重新表决',
    askAgainHint: '这一户退回到没有表决，直到再投一次；截止后不能再投，就算没有表决。',
    skew: (seconds: number) =>
      `设备上的时间比收到的时间${seconds > 0 ? '晚' : '早'} ${minutes(seconds)}，时间以收到为准。`,
    readOnly: '您的岗位只看不办。',
    cannot: '公布、作废，或这一户又表决过以后，这里不能再改。',
    history: '怎样定的',
    historyLine: (who: string, when: string, outcome: string) => `${when}，${who}：${outcome}`,
    dialog: {
      later: { title: '改按这一张计票', verb: '这张算数' },
      earlier: { title: '仍按先收到的计票', verb: '先收到的算数' },
      ask_again: { title: '两种答复都不算', verb: '请住户重新表决' },
      text: '定下后马上按它计票。公布结果以前，可以再定一次；每一次都留作记录。',
      answer: '算数的答复',
      reason: '问了谁，依据是什么',
      placeholder: '如：12 月 3 日打电话给户主陈某本人，他和妻子商量后同意',
      done: '已经定下，计票跟着变了。',
    },
  },
};
