import type { Role } from '../../../platform/access';
import { demoPhones } from './estate';

/** How to be someone. */
export interface DemoPerson {
  role: Role;
  title: string;
  how: string[];
  username?: string;
  password?: string;
  phone?: string;
  devicePin?: string;
}

/** What the demo's guide shows, but for the telephone codes, which are only in the server's memory. */
export interface DemoStory {
  people: DemoPerson[];
  stairwells: { code: string; label: string; note: string }[];
  slips: { code: string; roomNo: string; pin: string }[];
}

const byPhone = '打开首页，点“登录”，填手机号，验证码就在本页下面';

const byPassword = '打开办公台，用账号和密码登录，再输入本页上的 6 位验证器数字';
const devicePinHint = '第一次登录要设 6 位开锁码，可以用本页上的，也可以自己定';
/** A suggestion; every device has its own. */
const DEVICE_PIN = '273951';

/** The guide's words. */
export function guideOf({
  password,
  stairwells,
  slips,
}: { password: string } & Pick<DemoStory, 'stairwells' | 'slips'>): DemoStory {
  return {
    stairwells,
    slips,
    people: [
      {
        role: 'officer',
        title: '王主任（加梯办）',
        how: [byPassword, '审核台里有待审的票和绑定申请；2号楼 6号那一轮可以发提醒'],
        username: 'wang',
        password,
      },
      {
        role: 'officer',
        title: '李干事（加梯办，录入纸质票）',
        how: [byPassword, '自己录的票要由王主任审核'],
        username: 'li',
        password,
      },
      ...[
        {
          role: 'committee' as const,
          title: '赵书记（居委会）',
          how: [byPassword, '看本居民区各门洞到了哪一步、多少户参与，看不到谁怎么投'],
          username: 'zhao',
        },
        {
          role: 'street' as const,
          title: '钱科长（街道）',
          how: [byPassword, '看全镇各居民区，只看不改'],
          username: 'qian',
        },
        {
          role: 'auditor' as const,
          title: '孙审计（审计）',
          how: [byPassword, '什么都能看，什么都不能改；操作记录都在日志里'],
          username: 'sun',
        },
        {
          role: 'contractor' as const,
          title: '周工（代建单位）',
          how: [byPassword, '只看自己在建的 4号楼 12号的进度'],
          username: 'zhou',
        },
        {
          role: 'operator' as const,
          title: '吴管理员（系统管理）',
          how: [byPassword, '开账号、停账号、重置登录；看不到名册和票'],
          username: 'wu',
        },
      ].map((person) => ({ ...person, password })),
      {
        role: 'volunteer',
        title: '徐老师（志愿者，1号楼）',
        how: [byPhone, devicePinHint, '可以看 1号楼 3号的门，还差 1 人参与'],
        phone: demoPhones.xu,
        devicePin: DEVICE_PIN,
      },
      {
        role: 'volunteer',
        title: '周阿姨（志愿者，2号楼）',
        how: [byPhone, devicePinHint, '2号楼 6号刚开始征询'],
        phone: demoPhones.zhou,
        devicePin: DEVICE_PIN,
      },
      {
        role: 'volunteer',
        title: '小陈（志愿者，3号楼）',
        how: [byPhone, devicePinHint, '3号楼 7号差一户就够，3号楼 8号还在摸底'],
        phone: demoPhones.chen,
        devicePin: DEVICE_PIN,
      },
      {
        role: 'resident',
        title: '沈玉珍（3号楼 7号 602，还没绑定）',
        how: [byPhone, '系统会认出名册上的电话，一步绑定，然后可以投票'],
        phone: demoPhones.undecided,
      },
      {
        role: 'resident',
        title: '陆志明（2号楼 6号 201，已经投过票）',
        how: [byPhone, '可以看回执，截止以前可以改'],
        phone: demoPhones.voted,
      },
      {
        role: 'resident',
        title: '赵雅琴（1号楼 3号 601 和 602，一人两套）',
        how: [byPhone, '两套房都投了票，人数只算 1 人'],
        phone: demoPhones.twoFlats,
      },
      {
        role: 'resident',
        title: '租客小吴（3号楼 7号 402）',
        how: [byPhone, '可以看，不能投票'],
        phone: demoPhones.tenant,
      },
      {
        role: 'resident',
        title: '倪文彬（2号楼 6号 401，等办公室核对）',
        how: [byPhone, '绑定申请在王主任的审核台里'],
        phone: demoPhones.waiting,
      },
      {
        role: 'resident',
        title: '2号楼 6号 202 的业主（还没投票，选了短信提醒）',
        how: [byPhone, '王主任发提醒以后，短信打在服务器的屏幕上；“我的”里可以改选别的办法'],
        phone: demoPhones.reminded,
      },
      { role: 'resident', title: '没有手机的邻居', how: ['用下面任何一张纸条：门洞编号、室号和 6 位密码'] },
    ],
  };
}
