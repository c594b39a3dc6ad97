import type { Check } from '@jiati/rules';
import { stamp } from '../../src/copy/in-hand.ts';
import { channels, choices, short, verdicts } from '../../src/copy/sentences.ts';
import type { CountedDoor, FoundReceipt, Verification } from '../../src/index.ts';

const CENTI = 100;

export const copy = {
  resultTitle: '核对结果',
  good: '没有发现被改动的地方',
  checkedAt: (when: string, what: string) => `核对时间：${when}。核对的公开包：${what}。`,
  chainTitle: '记录链',
  chainHint:
    '每收到一张票、每办一步，都按先后记下一条。每条都有几个由前面全部内容算出来的字符，叫校验码：前面改一个字，后面的校验码就全变了。',
  chain: (count: number, ballots: number) => `一共 ${count} 条，其中表决票 ${ballots} 张。`,
  chainWhole: '从第一条到最后一条，一条接一条，都接得上。',
  chainBroken: '有接不上或被改过的地方，见上面。',
  head: '最后一条的校验码，前 8 位：',
  wholeHead: '全部 64 位：',
  keepHead: '请抄下来或拍下来。以后再核对时填进去，谁改过这以前的记录，马上看得出来。',
  older: (count: number) => `以前保存的那份有 ${count} 条，都原样在这一份的开头。`,
  receiptTitle: '您家的回执',
  tallyTitle: '重新计票',
  sealed: '结果还没有公布，每一票都封着，现在还不能计票。公布以后再取一份公开包，就能核对票数。',
  verdict: (word: string) => `按公开的票重新算，这一轮表决：${verdicts[word] ?? word}。`,
  sameAsAnnounced: '和公布的结果一样。',
  notAsAnnounced: '和公布的不一样，见上面。',
  gatesHint: '下面每一条里，斜线是算出来的数，竖线是需要达到的数。',
  doorsTitle: '逐户',
  doorsHint: '编号相同的几套房是同一位业主，只算一人。不写姓名。',
  columns: ['室号', '面积', '业主编号', '意见'],
  sealedChoice: '未公布',
  silent: '没有表决',
  print: '打印这一页',
  save: '保存这份公开包',
  saveHint: '保存下来，以后和新的一份一起选，就能看出记录变没变。',
  savedName: (place: string, count: number) => `公开包 ${place} ${count}条.json`,
  fromSite: (place: string) => `已从本网站取来公开包：${place}。`,
  takenFrom: (host: string) => `从 ${host} 取来`,
  chosen: (names: string[]) => `已选：${names.join('、')}`,
  busy: '正在核对…',
  needsBundle: '请先选择公开包文件。它在门洞页面的“自己核对”里，可以保存下来。',
  tooMany: '一次最多选两份：新的一份，和以前保存的一份。',
  notJson: (name: string) => `“${name}”打不开：它不是公开包，或者没有下载完整。请重新保存一次公开包，再选它。`,
  elsewhere: '这个地址不是本网站的，没有去取。请把公开包保存成文件，再选择它。',
  unexpected: '没有核对成。请刷新这一页再试一次；还不行，就换一台设备或换一个浏览器。',
  notFetched: '没有取到公开包。请检查网络，过一会儿刷新这一页；也可以把公开包保存成文件，再选择它。',
} as const;

const area = (areaDm2: number): string =>
  `${Math.trunc(areaDm2 / CENTI)}.${String(areaDm2 % CENTI).padStart(2, '0')}㎡`;
const amount = (check: Check, value: number): string => (check.basis === 'headcount' ? `${value}人` : area(value));

/** A gate's parts, in words: what it asks, the fraction, and how it came out. */
export function gateWords(check: Check): { title: string; figure: string; needed: string; outcome: string } {
  const role = { quorum: '参与表决', approval: '同意', no_objection: '没有反对' }[check.role];
  const base = check.base === 'electorate' ? '占全体业主' : '占参与表决的业主';
  const basis = check.basis === 'headcount' ? '人数' : '面积';
  const missing = check.met === null ? '面积没有查清，算不出' : `没有达到，还差 ${amount(check, check.shortBy)}`;
  return {
    title: `${role}的${basis}，${base}`,
    figure: `${amount(check, check.part)} / ${amount(check, check.whole)}`,
    needed: `需要 ${amount(check, check.required)}`,
    outcome: check.met === true ? '达到了' : missing,
  };
}

/** What a receipt's holder wants to hear first. */
export function receiptHeadline({ state, choice }: FoundReceipt): string {
  switch (state) {
    case 'counted':
      return choice === null ? '您家的意见已计入' : `您家的意见已计入：${choices[choice]}`;
    case 'in_force':
      return '您家的票已收下，选了什么，结果公布后才打开';
    case 'awaiting_review':
      return '您家的票收到了，正在核对，还没有计入';
    case 'returned':
      return '这张票没有计入：核对没有通过';
    case 'superseded':
      return '这张票没有计入：您家后来改过票或撤回过';
    case 'withdrawal':
      return '您家撤回了意见，之前的票不再计入';
  }
}

export const receiptFacts = ({ seq, at, channel }: FoundReceipt): [name: string, value: string][] => [
  ['收到时间', stamp(at)],
  ['方式', channels[channel] ?? channel],
  ['位置', `记录链第 ${seq} 条`],
];

/** One row of the list of doors. */
export function doorWords(door: CountedDoor, isAnnounced: boolean): string[] {
  const said = door.choice === null ? copy.silent : choices[door.choice];
  return [
    door.roomNo,
    door.areaDm2 === null ? '未知' : area(door.areaDm2),
    String(door.headNo),
    isAnnounced ? said : copy.sealedChoice,
  ];
}

export const placeOf = ({ about }: Verification): string => (about ? `${about.place}：${about.title}` : '');

export const shortHead = short;
