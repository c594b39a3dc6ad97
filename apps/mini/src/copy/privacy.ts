import { formatDay } from '@jiati/contracts';
import type { Consent, Purpose } from '@/api/wire';

export const privacyCopy = {
  title: '隐私与同意',
  intro: '办加装电梯要用到您的一些资料。存了什么、为什么存、存多久，都写在这里。',
  listTitle: '我们保存什么',
  mineTitle: '您可以',
  data: '下载我的资料',
  dataHint: '把我们存着的、和您有关的内容全部给您',
  erase: '注销账号',
  eraseHint: '删掉能删的，先看清楚会怎样',
  logIn: '登录以后，可以看到您同意过什么，也可以收回',

  basis: {
    consent: '您同意才保存',
    contract: '办这件事需要',
    legal_duty: '法律要求保存',
  } satisfies Record<Purpose['basis'], string>,
  why: '为什么可以保存',
  citation: '依据',
  keptFor: '保存多久',
  version: '文字版本',
  versionWords: (version: string) => `第${version}版`,
  given: '您同意的时间',
  withdrawn: '收回的时间',
  notAsked: '这一项不用您同意，也不能单独收回。想停用，可以注销账号。',
  oldText: '文字改过了，请再看一遍。上次同意的是以前的版本。',
  askTitle: '您同意吗？',
  agree: '同意',
  agreeing: '正在记录…',
  refuse: '不同意',
  refuseWords: '不同意也能用，只是用不到这一项。',
  withdraw: '收回同意',
  withdrawTitle: '要收回同意吗？',
  withdrawWords: '收回以后，我们不再为这件事用您的资料。收回以前已经办的，照样有效。',
  withdrawing: '正在收回…',
  keep: '不收回',
  missing: '没有找到这一项',

  dataTitle: '下载我的资料',
  dataWords: '里面有：您的账号、绑定的房子、投过的票、登记的意愿、给过的委托、同意过的事。',
  dataCare: '里面有您的个人信息，请不要随便发给别人。',
  dataButton: '下载我的资料',
  dataBusy: '正在准备…',
  dataDone: '已经下载。文件名是：',
  dataFile: (on: string) => `我的加梯资料-${on}.json`,

  eraseTitle: '注销账号会怎样？',
  erased: '会删掉的',
  kept: '法律要求留下的',
  until: (until: string) => `留多久：${until}`,
  nothingErased: '没有可以删的内容。',
  nothingKept: '没有要留下的内容。',
  eraseNext: '我看清楚了，下一步',
  eraseNot: '不注销',
  sureTitle: '最后一步：真的要注销吗？',
  sureWords: '注销以后不能恢复。房子的绑定会解除，所有设备都会退出。',
  typeLabel: '请在下面写“删除”两个字',
  typeWord: '删除',
  typeWrong: '请写“删除”两个字，写好才能注销。',
  sure: '注销账号',
  erasing: '正在注销…',
  doneTitle: '账号已经注销',
  doneWords: '能删的都删了。以后想再用，重新登录、重新绑定就行。',
  goHome: '回到首页',
} as const;

/** Where a purpose stands for me, in one line of the list. */
export function purposeHint(purpose: Purpose, consent: Consent | undefined): string {
  if (purpose.basis !== 'consent') return privacyCopy.basis[purpose.basis];
  if (!consent) return '还没有同意';
  if (consent.withdrawnAt) return `${formatDay(consent.withdrawnAt)}收回了同意`;
  return `${formatDay(consent.givenAt)}同意的`;
}
