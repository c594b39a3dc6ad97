import type {
  AreaSource,
  BallotState,
  Basis,
  BindingMethod,
  BindingState,
  Channel,
  Choice,
  CostMethod,
  CountSheetRowState,
  DocumentKind,
  ElectronicBallots,
  GateRole,
  HelperRelation,
  IdentityCheck,
  InterestReason,
  OwnerKind,
  ProxyState,
  Relation,
  ReminderChannel,
  ReviewVerdict,
  Role,
  RollImportState,
  RoundState,
  ScopeKind,
  Stage,
  Stance,
  SubmissionKind,
  SubmissionState,
  Tenure,
  Verdict,
  UnreachedReason,
  VisitOutcome,
} from './literals.ts';

/** Short zh-CN names of every literal on the wire; each record's key order is the order to show them in. */
export const roleLabels: Record<Role, string> = {
  resident: '居民',
  volunteer: '志愿者',
  committee: '居委会',
  officer: '加梯办工作人员',
  street: '街道',
  auditor: '审计',
  contractor: '代建和施工单位',
  operator: '系统管理员',
};

export const choiceLabels: Record<Choice, string> = { for: '同意', against: '不同意', abstain: '弃权' };

/** Marks beside the words; never instead of them. */
export const choiceMarks: Record<Choice, string> = { for: '○', against: '×', abstain: '–' };

export const channelLabels: Record<Channel, string> = {
  self_service: '本人手机提交',
  home_visit: '志愿者上门记录',
  paper: '纸质表决票',
  proxy: '受托人代投',
};

export const ballotStateLabels: Record<BallotState, string> = {
  counted: '已计入',
  awaiting_review: '等待核对',
  returned: '已退回，没有计入',
  superseded: '已被后来的一次代替',
  withdrawn: '已收回',
  in_case: '和另一张不一致，等待核实',
  set_aside: '核实后不计入',
};

export const countSheetRowStateLabels: Record<CountSheetRowState, string> = {
  counted: '已计入',
  held: '意见不一致，暂不计入',
  awaiting_review: '待审核',
  silent: '未表决',
};

export const relationLabels: Record<Relation, string> = {
  owner: '产权人',
  co_owner: '共有人',
  guardian: '监护人',
  heir: '继承人',
  relative: '亲属',
  tenant: '承租人',
  proxy: '受托人',
};

export const documentKindLabels: Record<DocumentKind, string> = {
  title_certificate: '房产证（不动产权证）',
  identity_card: '身份证',
  guardianship: '监护证明',
  inheritance: '继承证明',
  lease: '租赁合同',
  other: '其他材料',
};

export const helperRelationLabels: Record<HelperRelation, string> = {
  child: '儿子或女儿',
  spouse: '老伴',
  grandchild: '孙子女、外孙子女',
  other_relative: '其他亲属',
  neighbour: '邻居',
  carer: '护工、保姆',
};

export const proxyStateLabels: Record<ProxyState, string> = {
  pending: '等待核对',
  approved: '有效',
  returned: '已退回',
  rejected: '未通过',
  revoked: '已撤回',
  expired: '已到期',
};

export const bindingMethodLabels: Record<BindingMethod, string> = {
  slip: '纸条上的密码',
  roll_phone: '名册上的手机号',
  office_check: '加梯办核对',
};

export const bindingStateLabels: Record<BindingState, string> = {
  pending: '等待核对',
  approved: '已绑定',
  returned: '已退回',
  expired: '已到期',
  ended: '已解除',
};

export const stanceLabels: Record<Stance, string> = {
  for: '愿意加装',
  conditional: '有条件地愿意',
  unsure: '还没想好',
  against: '不愿意',
};

export const interestReasonLabels: Record<InterestReason, string> = {
  mobility: '上下楼不方便',
  cost: '费用和分摊',
  light: '采光',
  noise: '噪音',
  safety: '房屋和施工安全',
  privacy: '隐私',
  value: '房价',
  other: '其他',
};

export const reminderChannelLabels: Record<ReminderChannel, string> = { sms: '短信', weapp: '微信', none: '不用提醒' };

/** Why no message goes to anybody of a door. */
export const unreachedReasonLabels: Record<UnreachedReason, string> = {
  nobody_bound: '没有人登记过这一户',
  nothing_chosen: '没有人选过提醒方式',
  no_permission_left: '微信里允许的次数用完了',
  reminded_lately: '两天内提醒过',
};

export const visitOutcomeLabels: Record<VisitOutcome, string> = {
  not_home: '不在家',
  considering: '在考虑',
  for: '同意',
  against: '反对',
  refused: '拒谈',
  moved: '已搬走',
  wrong_door: '找错户',
};

export const identityCheckLabels: Record<IdentityCheck, string> = {
  known_in_person: '认识本人',
  identity_card: '看了身份证',
  title_certificate: '看了房产证',
};

export const tenureLabels: Record<Tenure, string> = {
  commodity: '商品房',
  purchased_public: '售后公房',
  public_rental: '公房',
};

export const areaSourceLabels: Record<AreaSource, string> = {
  registered: '不动产登记',
  surveyed: '测绘实测',
  contracted: '买卖合同',
};

export const ownerKindLabels: Record<OwnerKind, string> = {
  person: '个人',
  company: '单位',
  developer: '开发商',
  housing_authority: '公房管理单位',
};

export const roundStateLabels: Record<RoundState, string> = {
  draft: '草稿',
  open: '征询中',
  closed: '已截止，待公布',
  announced: '已公布',
  settled: '已办结',
  void: '已作废',
};

export const scopeKindLabels: Record<ScopeKind, string> = { stairwell: '门洞', building: '楼栋', estate: '小区' };

export const submissionKindLabels: Record<SubmissionKind, string> = {
  binding: '房屋绑定',
  ballot: '表决票',
  proxy_authorisation: '委托书',
};

export const submissionStateLabels: Record<SubmissionState, string> = {
  received: '待审核',
  has_issues: '已退回，待补正',
  resubmitted: '已重新提交',
  approved: '已通过',
  rejected: '未通过',
};

export const reviewVerdictLabels: Record<ReviewVerdict, string> = {
  approve: '通过',
  return: '退回',
  reject: '不予通过',
};

export const verdictLabels: Record<Verdict, string> = {
  approved: '通过',
  rejected: '未通过',
  undecided: '征询中，尚无结果',
  undetermined: '暂时无法判定',
};

export const basisLabels: Record<Basis, string> = { headcount: '人数', exclusive_area: '面积' };

export const gateRoleLabels: Record<GateRole, string> = {
  quorum: '参与表决',
  approval: '同意',
  no_objection: '无人反对',
};

export const electronicBallotsLabels: Record<ElectronicBallots, string> = {
  binding: '手机表决有效',
  preparatory: '手机意见仅供准备，以纸质票为准',
};

export const costMethodLabels: Record<CostMethod, string> = {
  floor_coefficient: '按楼层系数',
  area: '按面积',
  floor_and_area: '按楼层系数和面积',
  floors_climbed: '按少爬的楼层',
  storeys_shared: '逐层由以上住户均摊',
  floor_percentages: '按每层固定比例',
  equal: '各户均摊',
  custom: '另行商定',
};

export const rollImportStateLabels: Record<RollImportState, string> = { previewed: '待导入', committed: '已导入' };

export const stageLabels: Record<Stage, string> = {
  canvass: '摸底',
  feasibility: '可行性评估',
  scheme: '定方案',
  consultation: '征询表决',
  notice: '公示',
  signing: '签协议',
  approval: '审批',
  construction: '施工',
  acceptance: '验收',
  handover: '交付',
  operation: '运行维护',
};
