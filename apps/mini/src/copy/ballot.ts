import { formatDeadline, formatMoney, formatRoom, formatStamp } from '@jiati/contracts';
import type { BallotPaper, Choice, MyBallot } from '@/api/wire';
import { choiceLabels, choiceWords } from './labels';

export const ballotCopy = {
  title: '同意加装方案吗？',
  documentsTitle: '先看清楚',
  documentsThenChoose: '先看清楚，再往下选',
  scheme: '加装方案',
  schemeHint: '装在哪里、装什么样的、怎么施工',
  agreement: '协议全文',
  agreementHint: '出资、维护、以后怎么办',
  share: '我家分摊多少',
  shareHint: '每层多少、补贴多少',
  shareUnknown: '分摊表里没有您家',
  costTableTitle: '费用和分摊',
  basisTitle: '依据',
  chooseTitle: '您家的意见',
  confirmTitle: '请再看一遍',
  confirmSentence: (paper: BallotPaper, choice: Choice) =>
    `${formatRoom(paper.household.roomNo)} · ${choiceLabels[choice]}`,
  confirmMotion: (title: string) => `表决的是：${title}`,
  confirmUntil: (paper: BallotPaper, now: Date) => `${formatDeadline(paper.round.closesAt, now)}。截止前可以改。`,
  confirmHelper: (name: string) => `由${name}帮您操作，会一起记下。请确认这是您本人的意思。`,
  submit: '提交表决票',
  submitting: '正在提交…',
  chooseAgain: '再想想，重新选',
  withdrawnTitle: '您家的票已撤回',
  withdrawnWords: '现在等于没有表决，可以重新选。',
  setAsideTitle: '请您家重新表决',
  setAsideWords: '工作人员核实后，您家之前的答复都没有计入。',
  caseTitle: '您家有两种答复',
  caseWords: '工作人员会来问您家，问清了再定。您再投的票，也会一起问。',
  alreadyTitle: (ballot: MyBallot) => `您家已经投过：${choiceWords(ballot)}`,
  alreadyWords: (ballot: MyBallot) => `${formatStamp(ballot.receivedAt)}收到。再投一次会代替它，原来的那张留作记录。`,
  preparatoryTitle: '这是预备表决',
  preparatoryWords: '正式结果以纸质表决票为准。您在这里选的，会印成您家的表决票，由您签字确认。',
  closedTitle: '这一轮表决已经截止',
  closedWords: '现在不能再投票或改票。结果公布后，在门洞的页面可以看到。',
  mayNotVoteTitle: '这套房子要由产权人来表决',
  mayNotVoteWords: '您可以看方案、看分摊、看进展。请把这件事告诉产权人；他可以用自己的手机，也可以用纸质票。',
  seeReceipt: '看我的回执',
  toStairwell: '回到门洞的页面',
  linkBroken: '这个链接不完整',
  linkBrokenWords: '请从门洞的页面重新进入。',
  cost: {
    total: '总费用',
    subsidy: '政府补贴',
    owners: '住户合计出资',
    mine: '我家',
    floor: (floor: number) => `${floor}楼`,
    none: '不出资',
    note: '金额以签订的协议为准。',
  },
} as const;

/** “我家 30,000.00元”; what is free is said in words. */
export function shareWords(amountFen: number): string {
  return amountFen === 0 ? ballotCopy.cost.none : formatMoney(amountFen);
}

/** What was said before, and what voting now does to it. */
export function standingWords({ openCase }: BallotPaper, standing: MyBallot): { title: string; words: string } {
  const copy = ballotCopy;
  if (openCase) return { title: copy.caseTitle, words: copy.caseWords };
  if (standing.state === 'withdrawn') return { title: copy.withdrawnTitle, words: copy.withdrawnWords };
  if (standing.state === 'set_aside') return { title: copy.setAsideTitle, words: copy.setAsideWords };
  return { title: copy.alreadyTitle(standing), words: copy.alreadyWords(standing) };
}
