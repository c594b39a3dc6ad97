import { formatDay, formatDeadline, formatHash } from '@jiati/contracts';
import type { Check, PublicStairwell, Stage } from '@/api/wire';
import { decisionSentence, ratioWords } from './gates';
import { stageSentences } from './labels';

export const stairwellCopy = {
  title: '要不要加装电梯？',
  titleOpen: '正在表决加装电梯',
  titleLater: '加装电梯的进展',
  unknownTitle: '没有打开门洞的页面',
  unknownWords: '请再扫一次楼道里的海报，或者检查输入的编号。',
  turnoutTitle: '参与情况',
  turnoutNote: '截止前只公布有多少人参与，不公布大家选了什么。',
  basis: '依据：',
  preparatoryTitle: '这里的表决是预备表决',
  preparatoryWords: '正式结果以纸质表决票为准。您在这里填的，会印成您家的表决票，由您签字确认。',
  unverifiedWords: '这里用的表决规则还在等主管部门确认。',
  actions: {
    vote: '我要表决',
    receipt: '看我的回执',
    interest: '登记意愿',
    changeInterest: '看看或修改我的意愿',
    bind: '绑定我家',
    bindAgain: '再绑定一次',
    mine: '看我家的情况',
  },
  faqTitle: '大家常问的',
  openLetter: '致居民的公开信',
  openLetterHint: '为什么要装、怎么装、听谁的',
  checkReceipt: '核对回执',
  checkReceiptHint: '用回执编号查自己的票有没有计入',
  verifyTitle: '想自己查一查',
  verify: '自己核对',
  verifyHint: '不靠我们，在自己的手机上看记录有没有被改过、票数对不对',
  timelineTitle: '进展到哪一步',
  allStages: '看全部步骤',
  past: '已完成',
  now: '现在',
  next: '下一步',
  later: '以后',
  helpTitle: '想找人问问',
  call: '打电话问',
  noHotline: '没有登记电话，请到居委会询问。',
  visit: '请人上门',
  visitHint: '打电话约时间，志愿者上门讲解，也可以帮您填表',
  visitHintNoPhone: '志愿者上门讲解，也可以帮您填表，请到居委会约时间',
  paper: '不想用手机？',
  paperHint: '居委会有纸质表决票，效力一样',
  pendingTitle: '您家的绑定正在核对',
  pendingWords: '工作人员核对后就能表决，一般一两天。',
  returnedTitle: '您家的绑定没有通过核对',
  returnedWords: '点下面的“看我家的情况”，看退回的原因，补好再交一次。',
} as const;

/** The page's title at this stage. */
export function stairwellTitle(stairwell: PublicStairwell | undefined): string {
  if (stairwell?.round?.state === 'open') return stairwellCopy.titleOpen;
  const asking = !stairwell || ['canvass', 'feasibility', 'scheme'].includes(stairwell.stage);
  return asking && !stairwell?.round ? stairwellCopy.title : stairwellCopy.titleLater;
}

/** Facts of the stairwell in one line: “6层 12户，1995年建成”. */
export function houseWords(stairwell: PublicStairwell): string {
  const built = stairwell.builtYear ? `，${stairwell.builtYear}年建成` : '';
  return `${stairwell.floorCount}层 ${stairwell.householdCount}户${built}`;
}

/** Stages where the decision is known and something else is going on. */
const afterDecision: readonly Stage[] = ['signing', 'approval', 'construction', 'acceptance', 'handover', 'operation'];

/** What is happening in this stairwell now, as one would tell a neighbour. */
export function happening(stairwell: PublicStairwell, now: Date): string {
  const { round } = stairwell;
  if (round?.state === 'open') return `正在表决，${formatDeadline(round.closesAt, now)}。`;
  if (round?.state === 'closed') return `表决已经结束，工作人员正在核对票数，核对好就公布结果。`;
  if (round?.decision && !afterDecision.includes(stairwell.stage)) {
    const on = round.announcedAt ? `${formatDay(round.announcedAt)}公布：` : '';
    return `${on}${decisionSentence(round.decision)}`;
  }
  if (stairwell.stage === 'canvass') {
    const { registeredHouseholds } = stairwell.interest;
    return registeredHouseholds === 0
      ? '正在了解大家的想法，还没有人登记。'
      : `正在了解大家的想法，${stairwell.householdCount}户里已有${registeredHouseholds}户登记。`;
  }
  const decided = round?.decision ? decisionSentence(round.decision) : '';
  return `${decided}${stageSentences[stairwell.stage]}`;
}

/** Where the record chain stands, for whoever writes it down to compare later. */
export function chainWords(chain: NonNullable<PublicStairwell['round']>['chain'] & object): string {
  return `记录链第 ${chain.count} 条，前 8 位 ${formatHash(chain.head)}。记下来，以后能核对有没有被改过。`;
}

/** What the law asks of the turnout. */
export function turnoutRule(checks: readonly Check[]): string {
  const first = checks[0];
  return first ? `人数和房本面积（专有部分面积）两项都要${ratioWords(first)}，表决才有效。` : '';
}
