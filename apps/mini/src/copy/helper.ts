import { helperRelationLabels } from '@jiati/contracts';
import type { Helper, HelperRelation } from '@/api/wire';

export { helperRelationLabels };

export const helperRelationOrder = Object.keys(helperRelationLabels) as HelperRelation[];

const isFamily = (relation: HelperRelation) => relation !== 'neighbour' && relation !== 'carer';

export const helperCopy = {
  strip: ({ helperName, helperRelation }: Helper) =>
    `${isFamily(helperRelation) ? '家人' : helperRelationLabels[helperRelation]}正在帮您操作：${helperName}`,
  stop: '结束代操作',
  stopping: '正在结束…',
  whoTitle: '谁在帮您操作手机？',
  intro: '先说清楚是谁在帮忙。以后查起来，一看就知道是谁帮您点的。',
  relationLegend: '帮忙的人是您的',
  nameTitle: '帮忙的人叫什么？',
  nameLabel: '姓名',
  nameHint: '写全名。只给您和工作人员看。',
  nameWrong: '请写上帮忙的人的姓名。',
  next: '下一步',
  start: '开始代操作',
  starting: '正在开始…',
  explain: [
    '每一页的最上面都会写着谁在帮您。',
    '办的每件事都会记下是谁帮的。',
    '同意还是不同意，要由您自己决定。',
    '帮完了，点“结束代操作”。',
  ],
  onTitle: ({ helperName }: Helper) => `${helperName}正在帮您操作`,
  onWords: ({ helperRelation }: Helper) => `和您的关系：${helperRelationLabels[helperRelation]}。`,
  notLoggedIn: '请先登录您的账号，再让家人帮忙。',
} as const;
