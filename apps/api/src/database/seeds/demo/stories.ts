import { demoPhones } from './estate';

type Choice = 'for' | 'against' | 'abstain';
type Channel = 'self_service' | 'home_visit' | 'paper';

/** A ballot of the demo. `daysAgo` counts back from the seed; what is recorded by others is reviewed a day later unless it waits. */
export interface BallotStory {
  roomNo: string;
  choice: Choice;
  channel: Channel;
  daysAgo: number;
  review?: 'approve' | 'wait' | 'return';
  relation?: 'owner' | 'guardian' | 'heir';
  signerName?: string;
  /** Signs in by this telephone instead of a slip. */
  phone?: string;
}

export interface RoundStory {
  openedDaysAgo: number | null;
  /** Negative: days still to go. */
  closesDaysAgo: number;
  closed?: boolean;
  announcedDaysAgo?: number;
  ballots: BallotStory[];
  /** Rooms whose household has signed the consent form. */
  consents?: string[];
}

export interface InterestStory {
  roomNo: string;
  stance: 'for' | 'conditional' | 'unsure' | 'against';
  reasons: ('light' | 'noise' | 'cost' | 'safety' | 'privacy' | 'value' | 'mobility' | 'other')[];
  note?: string;
}

export interface VisitStory {
  roomNo: string;
  outcome: 'not_home' | 'considering' | 'for' | 'against' | 'refused' | 'moved' | 'wrong_door';
  daysAgo: number;
  note?: string;
  revisitInDays?: number;
}

export interface StairwellStory {
  place: string;
  /** What is special about it, for the demo's guide. */
  note: string;
  volunteer?: 'xu' | 'zhou' | 'chen';
  stage?: 'feasibility' | 'signing' | 'construction' | 'operation';
  interest?: InterestStory[];
  visits?: VisitStory[];
  round?: RoundStory;
  /** Rooms whose slips the guide shows. */
  slips?: string[];
}

/** Ballots of several rooms that share everything else. */
const ballots = (
  rooms: string,
  choice: Choice,
  channel: Channel,
  daysAgo: number,
  more: Partial<BallotStory> = {},
): BallotStory[] => rooms.split(' ').map((roomNo) => ({ roomNo, choice, channel, daysAgo, ...more }));

const decided = { openedDaysAgo: 24, closesDaysAgo: 10, closed: true };

/** Fourteen stairwells, each in another state. The numbers behind each are asserted in demo-estate.spec.ts. */
export const stories: StairwellStory[] = [
  {
    place: '1号楼 1号',
    note: '刚好通过：12 户里 8 户参与（正好三分之二），其中 6 户同意（正好四分之三）',
    volunteer: 'xu',
    round: {
      ...decided,
      announcedDaysAgo: 8,
      ballots: [
        ...ballots('301 302 401', 'for', 'self_service', 22),
        ...ballots('501 601 602', 'for', 'home_visit', 20),
        ...ballots('101 202', 'against', 'home_visit', 19),
      ],
    },
  },
  {
    place: '1号楼 2号',
    note: '差 0.01 平方米没有通过：同意的面积 449.99，需要 450.00',
    volunteer: 'xu',
    round: {
      ...decided,
      announcedDaysAgo: 7,
      ballots: [
        ...ballots('301 302 401', 'for', 'self_service', 22),
        ...ballots('402 501 502', 'for', 'home_visit', 20),
        ...ballots('201 202', 'against', 'home_visit', 18),
      ],
    },
  },
  {
    place: '1号楼 3号',
    note: '一人两套：601 和 602 是同一位业主，8 套房参与，只算 7 人，还差 1 人',
    volunteer: 'xu',
    interest: [{ roomNo: '102', stance: 'unsure', reasons: ['noise', 'light'], note: '想看看日照分析' }],
    visits: [
      { roomNo: '102', outcome: 'considering', daysAgo: 2, note: '等女儿周末回来商量', revisitInDays: 2 },
      { roomNo: '201', outcome: 'not_home', daysAgo: 1, revisitInDays: 1 },
    ],
    round: {
      openedDaysAgo: 9,
      closesDaysAgo: -5,
      ballots: [
        ...ballots('601 602', 'for', 'self_service', 8, { phone: demoPhones.twoFlats }),
        ...ballots('301 401 502', 'for', 'self_service', 6),
        ...ballots('302 402 501', 'for', 'home_visit', 4),
      ],
    },
    slips: ['101', '201'],
  },
  {
    place: '2号楼 4号',
    note: '有公房：两户公房的产权单位只算 1 人，表决已截止，等着公布结果',
    volunteer: 'zhou',
    round: {
      openedDaysAgo: 16,
      closesDaysAgo: 2,
      closed: true,
      ballots: [
        ...ballots('102 401', 'for', 'paper', 12, { signerName: '莘园房管所' }),
        ...ballots('301 402 501 502', 'for', 'self_service', 13),
        ...ballots('302 601 602', 'for', 'home_visit', 11),
        ...ballots('101', 'against', 'home_visit', 10),
      ],
    },
  },
  {
    place: '2号楼 5号',
    note: '暂时无法判定：502 的面积还不知道，补上以后要重新征询',
    volunteer: 'zhou',
    round: {
      openedDaysAgo: 15,
      closesDaysAgo: 1,
      closed: true,
      ballots: [
        ...ballots('201 301 302 401', 'for', 'self_service', 12),
        ...ballots('402 501 502 601 602', 'for', 'home_visit', 9),
      ],
    },
  },
  {
    place: '2号楼 6号',
    note: '刚开始征询：12 户里 3 户参与，审核台里有一份绑定申请和一张退回的票',
    volunteer: 'zhou',
    interest: [
      { roomNo: '201', stance: 'for', reasons: ['mobility'], note: '膝盖不好' },
      { roomNo: '302', stance: 'conditional', reasons: ['cost'], note: '希望能分期' },
      { roomNo: '501', stance: 'for', reasons: ['mobility', 'value'] },
      { roomNo: '101', stance: 'against', reasons: ['light', 'noise'] },
    ],
    visits: [
      { roomNo: '101', outcome: 'against', daysAgo: 3, note: '担心挡光，愿意再谈', revisitInDays: 3 },
      { roomNo: '102', outcome: 'not_home', daysAgo: 2, revisitInDays: 1 },
      { roomNo: '602', outcome: 'for', daysAgo: 1, note: '要纸质票' },
    ],
    round: {
      openedDaysAgo: 4,
      closesDaysAgo: -10,
      ballots: [
        ...ballots('201', 'for', 'self_service', 3, { phone: demoPhones.voted }),
        ...ballots('501', 'for', 'self_service', 2),
        ...ballots('302', 'abstain', 'self_service', 2),
        ...ballots('602', 'for', 'paper', 1, { review: 'return' }),
      ],
    },
    slips: ['301', '401', '402', '502'],
  },
  {
    place: '3号楼 7号',
    note: '差一户就够：7 户已参与，第 8 户由志愿者上门收票，等着审核；另有一户前后两次意见不同',
    volunteer: 'chen',
    interest: [{ roomNo: '602', stance: 'for', reasons: ['mobility'] }],
    visits: [{ roomNo: '101', outcome: 'considering', daysAgo: 2, note: '要看补偿怎么写', revisitInDays: 1 }],
    round: {
      openedDaysAgo: 11,
      closesDaysAgo: -3,
      ballots: [
        ...ballots('301 402 501 502', 'for', 'self_service', 9),
        ...ballots('302 401', 'for', 'home_visit', 7),
        ...ballots('202', 'for', 'self_service', 6),
        ...ballots('601', 'for', 'home_visit', 1, { review: 'wait' }),
        ...ballots('202', 'against', 'paper', 1, { review: 'wait' }),
      ],
    },
    slips: ['101', '602'],
  },
  {
    place: '3号楼 8号',
    note: '摸底阶段：12 户里 9 户说了想法，还没有开始征询',
    volunteer: 'chen',
    interest: [
      { roomNo: '101', stance: 'against', reasons: ['light', 'value'], note: '一楼潮，怕更暗' },
      { roomNo: '102', stance: 'unsure', reasons: ['noise'] },
      { roomNo: '301', stance: 'for', reasons: ['value'] },
      { roomNo: '302', stance: 'conditional', reasons: ['cost'], note: '四万以内可以' },
      { roomNo: '401', stance: 'for', reasons: ['mobility'] },
      { roomNo: '402', stance: 'for', reasons: [] },
      { roomNo: '501', stance: 'for', reasons: ['mobility', 'safety'] },
      { roomNo: '601', stance: 'for', reasons: ['mobility'], note: '老伴半年没下楼了' },
      { roomNo: '602', stance: 'for', reasons: ['mobility', 'value'] },
    ],
    visits: [
      { roomNo: '201', outcome: 'not_home', daysAgo: 6, revisitInDays: 1 },
      { roomNo: '202', outcome: 'moved', daysAgo: 6, note: '租客说房东住浦东' },
      { roomNo: '502', outcome: 'considering', daysAgo: 5 },
    ],
  },
  { place: '3号楼 9号', note: '一层三户，18 户，刚贴了公开信，还没有人登记' },
  {
    place: '4号楼 10号',
    note: '征询还是草稿：办公室在改文本，没有开始',
    stage: 'feasibility',
    volunteer: 'chen',
    interest: [{ roomNo: '501', stance: 'for', reasons: ['mobility'] }],
    round: { openedDaysAgo: null, closesDaysAgo: -30, ballots: [] },
  },
  {
    place: '4号楼 11号',
    note: '全票通过，正在签约：12 户里 7 户签了同意书',
    volunteer: 'zhou',
    stage: 'signing',
    round: {
      openedDaysAgo: 40,
      closesDaysAgo: 26,
      closed: true,
      announcedDaysAgo: 25,
      ballots: [
        ...ballots('101 201 301 401 402 501 601', 'for', 'self_service', 35),
        ...ballots('102 202 302 502 602', 'for', 'home_visit', 33),
      ],
      consents: ['201', '301', '401', '402', '501', '601', '101'],
    },
  },
  { place: '4号楼 12号', note: '正在施工', stage: 'construction' },
  { place: '5号楼 13号', note: '电梯已经在用', stage: 'operation' },
  {
    place: '5号楼 14号',
    note: '第一轮没有通过：11 人里 9 人参与、6 人同意，102 和 201 还在商量',
    volunteer: 'chen',
    visits: [
      { roomNo: '102', outcome: 'considering', daysAgo: 4, note: '愿意看看补偿条款', revisitInDays: 3 },
      { roomNo: '201', outcome: 'considering', daysAgo: 4, note: '说二楼用不着，再谈一次', revisitInDays: 3 },
      { roomNo: '402', outcome: 'refused', daysAgo: 3, note: '两位共有人意见不一' },
    ],
    round: {
      ...decided,
      announcedDaysAgo: 6,
      ballots: [
        ...ballots('101', 'against', 'home_visit', 21, { relation: 'heir', signerName: '陈阿婆' }),
        ...ballots('102', 'against', 'self_service', 20),
        ...ballots('202', 'for', 'paper', 18, { signerName: '莘园房管所' }),
        ...ballots('301', 'for', 'paper', 17, { signerName: '受托人（妹妹）' }),
        ...ballots('302 501', 'for', 'self_service', 22),
        ...ballots('401', 'for', 'home_visit', 16, { relation: 'guardian', signerName: '母亲' }),
        ...ballots('502', 'abstain', 'paper', 15, { signerName: '莘园杂货有限公司' }),
        ...ballots('601 602', 'for', 'self_service', 21),
      ],
    },
  },
];
