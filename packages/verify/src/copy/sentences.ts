import type { Finding, OpeningFact } from '../findings.ts';
import type { Verification } from '../verify-bundle.ts';
import { olderSentence, postedSentence } from './in-hand.ts';

const facts: Record<OpeningFact, string> = {
  electorateHash: '应表决名单（室号、面积、业主编号）',
  rulesetHash: '表决规则',
  motionHash: '表决事项的题目和说明',
  schemeHash: '方案',
  costTableHash: '分摊表',
  agreementHash: '协议',
  closesAt: '截止时间',
};
const amounts: Record<string, string> = {
  electorate: '应表决',
  participating: '参与表决',
  for: '同意',
  against: '不同意',
  abstain: '弃权',
  silent: '没有表决',
};
export const verdicts: Record<string, string> = {
  approved: '通过',
  rejected: '未通过',
  undetermined: '不能判定',
  undecided: '未定',
};
const times = { openedAt: '开始', closedAt: '截止', announcedAt: '公布' };
export const choices = { for: '同意', against: '不同意', abstain: '弃权' };
export const channels: Record<string, string> = {
  self_service: '本人手机提交',
  home_visit: '志愿者上门记录',
  paper: '纸质表决票',
  proxy: '受托人代投',
};
const breaks = { number: '编号不对，中间少了或多了一条', content: '内容和它的校验码对不上', link: '和上一条接不上' };

export const short = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
const room = (roomNo: string | null) => (roomNo === null ? '室号不明' : `${roomNo} 室`);
const part = (what: 'door' | 'choice') => (what === 'door' ? '是哪一户' : '选了什么');
const verdict = (word: string) => verdicts[word] ?? word;

/** A finding as one would tell it to a neighbour. */
export function findingSentence(finding: Finding): string {
  switch (finding.code) {
    case 'malformed':
      return `这不是一份完整的公开包：${finding.path || '整个文件'} 不对。`;
    case 'chain_broken':
      return `记录链第 ${finding.seq} 条被改过：${breaks[finding.why]}。`;
    case 'opening_differs':
      return `${facts[finding.what]}和开始表决时定下的不一样。`;
    case 'out_of_order':
      return `记录链第 ${finding.seq} 条不该在这里（${finding.kind}）：比如截止之后的票、重复的票、代替了不算数的票，或对不存在的票的审核、定案。`;
    case 'state_differs':
      return `公开包说这一轮的状态是 ${finding.state}，记录链说的不是。`;
    case 'time_differs':
      return `公开包里的${times[finding.what]}时间和记录链里的不一样。`;
    case 'disclosed_early':
      return '结果还没有公布，公开包里却已经有表决内容。';
    case 'disclosure_missing':
      return `记录链第 ${finding.seq} 条的票（${room(finding.roomNo)}）没有公开${part(finding.what)}。`;
    case 'disclosure_stray':
      return `公开了一张记录链里没有的票，或同一张票公开了两次：${finding.ballotId}。`;
    case 'seal_differs':
      return `记录链第 ${finding.seq} 条的票（${room(finding.roomNo)}）：现在公开的${part(finding.what)}，和当时封存的对不上。`;
    case 'supersedes_other':
      return `记录链第 ${finding.seq} 条说，${room(finding.roomNo)}的一张票代替了先前的一张，那一张却不是这一户当时算数的票。`;
    case 'tally_differs':
      return `重新计票，“${amounts[finding.what] ?? finding.what}”的数和公布的不一样。`;
    case 'verdict_differs':
      return `重新计票的结果是“${verdict(finding.counted)}”，公布的却是“${verdict(finding.announced)}”。`;
    case 'decision_differs':
      return `重新计票，结果里的这一项和公布的不一样：${finding.what}。`;
    case 'uncountable':
      return `这份公开包没有办法计票：${finding.path} 不对。`;
    case 'posted_head_missing':
      return `张贴的校验码 ${short(finding.head)}${finding.count === null ? '' : `（第 ${finding.count} 条）`}在这份公开包里找不到：末尾被截去了，或者被重写过。这里一共 ${finding.chainCount} 条。`;
    case 'posted_head_misread':
      return '校验码至少 8 个字符，只有数字和 a 到 f，比如 3f2a 01b1。请对照海报再看一遍。';
    case 'older_malformed':
      return `旧的那一份不是完整的公开包：${finding.path || '整个文件'} 不对。`;
    case 'other_round':
      return '两份公开包不是同一轮表决的。';
    case 'not_a_prefix':
      return `旧的公开包里的第 ${finding.seq} 条，在新的里没有了，或者变了。`;
    case 'receipt_misread':
      return '回执编号不对，多半是看错或抄错了一个字符。编号是 12 个字符，没有 0、O、1、I、L，请对照回执再看一遍。';
    case 'receipt_unknown':
      return '编号没有写错，但这份公开包里没有这张回执的票：也许是别的门洞、别的一轮，或者这份公开包是投票以前保存的。';
  }
}

/** Everything that was seen, in plain sentences, the good and the bad. */
export function reportSentences(seen: Verification): string[] {
  const { about, chain, findings, ballotCount, decision, tally, receipt, older, posted } = seen;
  const lines: string[] = about === null ? [] : [`${about.place}：${about.title}`];
  if (chain.head !== null) {
    lines.push(`记录链共 ${chain.count} 条，前 8 位 ${short(chain.head)}，其中表决票 ${ballotCount} 张。`);
  }
  if (decision && tally) {
    lines.push(
      `重新计票：同意 ${tally.for.heads} 人，不同意 ${tally.against.heads} 人，弃权 ${tally.abstain.heads} 人，没有表决 ${tally.silent.heads} 人。结果：${verdict(decision.verdict)}。`,
    );
  } else if (chain.head !== null) {
    lines.push('结果还没有公布，每一票都封存着，所以现在只能核对记录链，不能计票。');
  }
  if (older) lines.push(olderSentence(older.count, chain.count));
  if (posted) lines.push(postedSentence(posted));
  if (receipt) lines.push(receiptSentence(receipt));
  lines.push(...findings.map(findingSentence));
  lines.push(findings.length === 0 ? '核对完毕，没有发现被改动的地方。' : `核对完毕，有 ${findings.length} 处对不上。`);
  return lines;
}

function receiptSentence({ seq, channel, state, choice }: NonNullable<Verification['receipt']>): string {
  const where = `您的票在记录链第 ${seq} 条（${channels[channel] ?? channel}）`;
  const how = {
    in_force: '已经收下；选了什么，结果公布后才打开',
    awaiting_review: '正在等待审核',
    returned: '审核没有通过，没有计入',
    superseded: '后来改过票或撤回过，以后来的为准',
    withdrawal: '这是一次撤回，之前的票不再计入',
    counted: `已计入：${choice === null ? '没有公开' : choices[choice]}`,
  };
  return `${where}，${how[state]}。`;
}
