import { formatDeadline, formatRoom } from '@jiati/contracts';
import type { BallotPaper, BallotState, MyBallot, ReceiptCheck } from '@/api/wire';
import { choiceLabels, choiceWords } from './labels';

export const receiptCopy = {
  title: {
    counted: '表决票已计入',
    awaiting_review: '表决票正在核对',
    returned: '表决票被退回了',
    superseded: '表决票已被代替',
    withdrawn: '表决票已撤回',
    in_case: '您家有两种答复',
    set_aside: '请您家重新表决',
  } satisfies Record<BallotState, string>,
  heading: (roomNo: string) => `${formatRoom(roomNo)} 表决票回执`,
  codeLabel: '回执编号',
  qrDescription: '二维码：扫一扫可以核对这张回执',
  notPayment: '这不是缴费凭证。请截图或抄下编号。',
  facts: {
    choice: '选的是',
    motion: '表决事项',
    when: '收到时间',
    how: '方式',
    helper: '帮忙操作的人',
    until: '可以改到',
  },
  until: (closesAt: string, now: Date) => formatDeadline(closesAt, now).split('截止')[0]!,
  reviewWords: '工作人员核对后才计入，核对好了这里会变。',
  returnedWords: '没有计入。请打电话问清原因，截止前可以重新投一次。',
  withdrawnWords: '现在等于您家没有表决。截止前可以重新投。',
  setAsideWords: '工作人员核实后，您家之前的答复都没有计入。请在截止前重新投一次。',
  noBallot: '您家还没有投票',
  noBallotWords: '投票以后，回执会在这里。',
  vote: '去表决',
  consent: '下一步：签同意书',
  consentDone: '同意书已签',
  change: '我要改票',
  voteAgain: '重新表决',
  withdraw: {
    row: '撤回您家的票',
    hint: '撤回以后，等于您家没有表决',
    title: (roomNo: string) => `撤回${formatRoom(roomNo)}的票？`,
    follows: ['您家就等于没有表决：不算同意，也不算不同意。', '截止前可以重新投。', '之前投的票留作记录，不会删掉。'],
    submit: '撤回您家的票',
    submitting: '正在撤回…',
    keep: '不撤回',
  },
  check: '核对这张回执',
  toStairwell: '回到门洞的页面',
  notCounted: '发现没有计入？',
  notCountedHint: '请打楼道海报上的电话，报上回执编号',
  historyTitle: '您家投过的票',
  historyHint: '只有您家看得到',
  checkTitle: '我的票计入了吗？',
  checkLabel: '回执编号',
  checkHint: '在回执上，分成几组的字母和数字。',
  checkWrong: '请输入回执编号。',
  checkButton: '核对回执',
  checkAnother: '核对另一张',
  checkAnswer: {
    counted: '您家的意见已计入',
    awaiting_review: '收到了，正在核对，还没有计入',
    returned: '没有计入，已经退回',
    superseded: '没有计入，已被后来的一次代替',
    withdrawn: '这是一次撤回，您家现在等于没有表决',
    in_case: '收到了，和另一张选的不一样，正在核实',
    set_aside: '核实以后没有计入',
  } satisfies Record<BallotState, string>,
  verify: '自己核对整轮表决',
  verifyHint: '在自己的手机上把票重新算一遍，看您家的在不在里面',
  room: '房屋',
} as const;

/** What the holder of a receipt wants to know first: “您家的意见已计入：同意”. */
export function checkAnswer({ state, choice }: ReceiptCheck): string {
  const answer = receiptCopy.checkAnswer[state];
  return state === 'counted' && choice !== null ? `${answer}：${choiceLabels[choice]}` : answer;
}

/** Tells both who answered first and who answered last that the two differ, and what counts meanwhile. */
export function caseWords(counted: MyBallot, latest: MyBallot): string {
  const first = choiceWords(counted);
  return `先收到的选了“${first}”，后来的选了“${choiceWords(latest)}”。现在先按“${first}”计入，工作人员会来问您家，问清了再定。`;
}

/** The ballot that stands for the household now: the latest that counts, else the latest of all. */
export function standingBallot(paper: BallotPaper): MyBallot | undefined {
  const latestFirst = [...paper.ballots].sort((a, b) => b.seq - a.seq);
  return latestFirst.find((ballot) => ballot.state === 'counted') ?? latestFirst[0];
}

/** The latest ballot: the one just cast. */
export function latestBallot(paper: BallotPaper): MyBallot | undefined {
  return [...paper.ballots].sort((a, b) => b.seq - a.seq)[0];
}
