import { defineRefusals, translateConstraint } from '../../platform/errors';

/** Why something about a round is refused. */
export const refusals = defineRefusals({
  illegal_round_move: { status: 409, title: '这一轮征询现在不能做这一步。' },
  round_not_draft: { status: 409, title: '征询开始以后，内容就不能再改了。' },
  round_already_running: { status: 409, title: '这个范围还有一轮征询没有结束，先把那一轮公布或作废，再开新的。' },
  closing_time_past: { status: 409, title: '截止时间已经过了，请改成以后的时间再开始。' },
  nobody_to_ask: { status: 409, title: '这个范围里还没有住户，请先导入名册。' },
  roll_incomplete: { status: 409, title: '名册里有的住户没有写明业主，补好以后才能开始征询。' },
  scope_unknown: { status: 404, title: '没有找到这个征询范围。' },
  ruleset_unknown: { status: 400, title: '没有这一套表决规则，请重新选择。' },
  ruleset_scope: { status: 409, title: '这一套表决规则不适用于所选的征询范围，请换规则或换范围。' },
  cost_table_sum: { status: 409, title: '分摊表各户金额加起来，和总价减补贴对不上。' },
  cost_table_stranger: { status: 409, title: '分摊表里有不在征询范围内的住户。' },
  cost_table_repeated: { status: 409, title: '分摊表里有一户写了两次。' },
  cost_formula_refused: { status: 409, title: '按这个办法算不出分摊，请看看名册里的楼层和面积。' },
  cases_open: { status: 409, title: '还有住户的两次答复不一样，没有定下哪一票算数，定好以后才能公布结果。' },
  reviews_pending: { status: 409, title: '还有表决票没有审核，全部审核以后才能公布结果。' },
});

translateConstraint({ uq_consultation_rounds_running: () => refusals.round_already_running() });
