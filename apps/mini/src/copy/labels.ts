import { choiceLabels } from '@jiati/contracts';
import type { BallotState, BoundRelation, Choice, InterestReason, Relation, Stage, Stance } from '@/api/wire';

export { choiceLabels };
export {
  choiceMarks,
  channelLabels,
  interestReasonLabels as reasonLabels,
  relationLabels as relationNames,
  stageLabels,
  stanceLabels,
} from '@jiati/contracts';

export const choiceOrder: readonly Choice[] = ['for', 'against', 'abstain'];

export const ballotStateLabels: Record<BallotState, string> = {
  counted: '已计入',
  awaiting_review: '等待工作人员核对，核对后计入',
  returned: '被退回，没有计入',
  superseded: '已被后来的一次代替',
  withdrawn: '之前的票已撤回',
  in_case: '和先收到的不一样，等工作人员来问',
  set_aside: '核实以后没有计入，请重新表决',
};

/** What a ballot says; a withdrawal takes back what was said. */
export const choiceWords = ({ choice }: { choice: Choice | null }): string => (choice ? choiceLabels[choice] : '撤回');

export const relationLabels: Record<Relation, string> = {
  proxy: '我是受托人',
  owner: '我是产权人',
  co_owner: '我是共有人',
  guardian: '我是产权人的监护人',
  heir: '我是继承人',
  relative: '我是亲属',
  tenant: '我是承租人',
};

export const relationHints: Partial<Record<Relation, string>> = {
  owner: '房产证上有我的名字',
  co_owner: '房产证上不止一个名字',
  guardian: '产权人未成年，或不能自己决定',
  heir: '产权人已过世，还没有过户',
  relative: '房产证上没有我的名字',
  tenant: '租住在这套房子里',
};

export const relationOrder: readonly BoundRelation[] = ['owner', 'co_owner', 'guardian', 'heir', 'relative', 'tenant'];

export const stanceOrder: readonly Stance[] = ['for', 'conditional', 'unsure', 'against'];

export const reasonOrder: readonly InterestReason[] = [
  'mobility',
  'cost',
  'light',
  'noise',
  'safety',
  'privacy',
  'value',
  'other',
];

export const stageOrder: readonly Stage[] = [
  'canvass',
  'feasibility',
  'scheme',
  'consultation',
  'notice',
  'signing',
  'approval',
  'construction',
  'acceptance',
  'handover',
  'operation',
];

/** What is going on at a stage, as one tells a neighbour. */
export const stageSentences: Record<Stage, string> = {
  canvass: '正在了解大家的想法。',
  feasibility: '正在评估这个门洞能不能装。',
  scheme: '正在商量方案和费用。',
  consultation: '准备开始表决。',
  notice: '正在公示，听取大家的意见。',
  signing: '正在签协议。',
  approval: '已经送去审批。',
  construction: '电梯正在施工。',
  acceptance: '电梯装好了，正在验收。',
  handover: '电梯验收合格，正在交付。',
  operation: '电梯已经在用了。',
};

export const stageHints: Record<Stage, string> = {
  canvass: '了解每家每户的想法',
  feasibility: '专业人员看这个门洞能不能装',
  scheme: '画图纸、算费用、商量怎么分摊',
  consultation: '每户对方案和协议投一票',
  notice: '把结果和方案贴出来，听取意见',
  signing: '出资的住户签协议',
  approval: '送有关部门审查',
  construction: '打桩、搭井道、装电梯',
  acceptance: '检验合格、办好使用登记',
  handover: '交给使用管理单位',
  operation: '日常使用和维护',
};
