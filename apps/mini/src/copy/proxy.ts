import { formatDate, formatPlace, formatRoom } from '@jiati/contracts';
import type { ProxyAuthorisation } from '@/api/wire';

export { proxyStateLabels } from '@jiati/contracts';

export const proxyCopy = {
  title: '委托表决',
  intro: '不方便自己投票，可以请一位信得过的人替您家投。要有您亲笔签名的委托书，工作人员核对后才算数。',
  givenTitle: '我委托的人',
  noneGiven: '您没有委托别人。',
  receivedTitle: '委托我的人家',
  noneReceived: '没有人委托您。',
  give: '请别人替我表决',
  onlyOwners: '产权人和共有人才能委托别人。',
  entrusted: '受托',
  voteFor: (roomNo: string) => `替${formatRoom(roomNo)}表决`,
  everyRound: '期限里的每一次表决',

  oneTitle: (name: string) => `委托：${name}`,
  oneReceivedTitle: (roomNo: string) => `受${formatRoom(roomNo)}委托`,
  missing: '没有找到这份委托',
  facts: {
    who: '委托谁',
    home: '哪套房子',
    what: '替投什么',
    from: '从哪天',
    until: '到哪天',
    term: '期限',
    phone: '手机号',
    givenBy: '谁委托的',
    document: '证件号码',
    state: '现在',
  },
  returned: (reason: string) => `退回的原因：${reason}`,
  revoke: '撤回委托',
  revokeTitle: '要撤回这份委托吗？',
  revokeWords: '撤回以后，对方不能再替您家投票。已经替您投的票照样算数；您想改，可以自己改票。',
  revokeReason: '为什么撤回',
  revokeReasons: ['我自己来投', '换一个人', '不想委托了'],
  revokeSure: '撤回委托',
  revoking: '正在撤回…',
  revokeNot: '不撤回',
  revoked: '委托已经撤回。',

  homeTitle: '委托哪套房子？',
  nameTitle: '您委托谁？',
  nameLabel: '姓名',
  nameHint: '写身份证上的名字。',
  nameWrong: '请写上姓名。',
  phoneTitle: (name: string) => `${name}的手机号？`,
  phoneLabel: '手机号',
  phoneHint: '对方用这个号码登录，就能替您家投票。',
  phoneWrong: '手机号是11位数字，请再看一下。',
  scopeTitle: '替您投哪些票？',
  scopeRound: '只投这一次',
  scopeEvery: '以后的表决都替我投',
  scopeEveryHint: '在下一页选的期限里',
  termTitle: '委托多久？',
  termUntil: (until: string) => `到${formatDate(until)}`,
  termRound: '到这次表决截止',
  termMonths: { 1: '一个月', 3: '三个月', 6: '半年' } as Record<number, string>,
  documentTitle: '被委托人的证件号码？',
  documentKindLegend: '什么证件',
  documentLabel: '证件号码',
  documentHint: '和委托书上写的一样。我们加密保存，只显示后面几位。',
  documentWrong: '请写证件号码。',
  letterTitle: '给委托书拍照',
  letterWords: '整张纸都拍进去，字要看得清，要有您的亲笔签名。',
  letterWrong: '请先拍委托书。',
  letterHow: '委托书怎么写',
  letterSample: (home: string) =>
    [
      '委托书',
      `我是${home}的产权人（写姓名、证件号码）。`,
      '现委托（写他的姓名、证件号码）代我对本门洞加装电梯的事项表决。',
      '委托期限：从哪天到哪天。',
      '委托人签名：　　　　日期：',
    ].join('\n'),
  checkTitle: '请再看一遍',
  submit: '提交委托',
  submitting: '正在提交…',
  next: '下一步',
  doneTitle: '委托交上去了',
  doneWords: '工作人员核对委托书以后才算数，一般一两天。在这以前，您还可以自己投票。',
  toList: '看我的委托',

  ballotTitle: (roomNo: string) => `您在替${formatRoom(roomNo)}表决`,
  ballotWords: '您是受托人。请照委托人的意思选；委托人自己投了票，就以他自己的为准。',
  chooseTitle: (roomNo: string) => `${formatRoom(roomNo)}委托人的意见`,
} as const;

/** “春晓苑 · 3号楼 · 9号门洞 · 302室” */
export function proxyHome(proxy: ProxyAuthorisation): string {
  return formatPlace(proxy.estateName, proxy.buildingName, proxy.stairwellName, formatRoom(proxy.roomNo));
}

/** “加装电梯方案和协议，到12月31日” */
export function proxyHint(proxy: ProxyAuthorisation): string {
  return `${formatRoom(proxy.roomNo)}，${proxy.round?.title ?? proxyCopy.everyRound}，到${formatDate(proxy.validUntilOn)}`;
}
