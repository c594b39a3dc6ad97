import { formatRoom, formatStamp } from '@jiati/contracts';

export const consentCopy = {
  title: '同意书：看完再签',
  statement: (roomNo: string, share: string) => `${formatRoom(roomNo)}同意按下面的协议加装电梯，本户分摊：${share}。`,
  agreementTitle: '协议全文',
  agreementHint: '签名以前，请点开看一遍',
  signTitle: '在这里签名',
  submit: '提交同意书',
  submitting: '正在提交…',
  doneTitle: '同意书签好了',
  doneWords: (signedAt: string) => `${formatStamp(signedAt)}签的，已经存档。`,
  doneNext: '它和表决票是两件事：表决看全门洞的结果，同意书是您家自己的。',
  signAgain: '重新签一份',
  toReceipt: '看我的回执',
  unsigned: '请先在框里签名，或者改为输入姓名。',
} as const;
