import { formatDay } from '@jiati/contracts';
import type { MyHousehold } from '@/api/wire';
import { choiceWords, stanceLabels } from './labels';

export const meCopy = {
  title: '我的',
  homesTitle: '我家',
  noHome: '还没有绑定房子',
  noHomeWords: '绑定以后，您家的意愿、表决票和回执都在这里。',
  bind: '绑定我家',
  bindAnother: '再绑定一套房子',
  logIn: '登录',
  notIn: '还没有登录',
  notInWords: '绑定过的，用手机号登录；没绑定过的，先绑定您家。',
  textSize: '字号',
  account: '账号',
  logOut: '退出登录',
  loggingOut: '正在退出…',
  volunteer: '志愿者工作台',
  volunteerHint: '走访和上门记票',
  receipt: '表决票和回执',
  vote: '去表决',
  interest: '意愿登记',
  stairwell: '看门洞进展',
  household: '我家的情况',
  householdHint: '谁绑定了、委托、解除绑定',
  helpTitle: '请人帮忙',
  proxies: '委托表决',
  proxiesHint: '请别人替我家投票，或替别人家投票',
  helper: '家人代操作',
  helperHint: '家人拿着您的手机帮您办',
  safeTitle: '安全和隐私',
  devices: '我的设备',
  devicesHint: '看看在哪里登录着，退出不用的',
  privacy: '隐私与同意',
  privacyHint: '我们存了什么，怎么收回、下载、注销',
} as const;

/** What a household stands at, in one line. */
export function homeLine(home: MyHousehold): string {
  if (home.bindingState === 'pending') return '绑定已提交，等工作人员核对';
  if (home.bindingState === 'returned') return '绑定没有通过核对，点开看原因';
  if (home.bindingState === 'expired') return '绑定到期了，点开再绑定一次';
  if (home.frozen) return '有争议正在处理，暂停表决，可以查看';
  if (home.round?.openCase) return '您家有两种答复，工作人员会来问清楚';
  if (home.round?.myBallot?.state === 'withdrawn') return '您家的票已撤回，等于没有表决';
  if (home.round?.myBallot?.state === 'set_aside') return '之前的答复没有计入，请重新表决';
  if (home.round?.myBallot) {
    return `已投票：${choiceWords(home.round.myBallot)}，${formatDay(home.round.myBallot.receivedAt)}`;
  }
  if (home.round?.state === 'open') return home.mayVote ? '正在表决，您家还没有投票' : '正在表决，由产权人投票';
  if (home.relation === 'proxy') return '受托，可以替这一户表决';
  const limit = home.mayVote ? '' : '；可以看，不能投票';
  if (home.interest) return `登记的意愿：${stanceLabels[home.interest.stance]}${limit}`;
  return `还没有登记意愿${limit}`;
}
