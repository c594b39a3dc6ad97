import { defineRefusals } from '../../platform/errors';

/** Why a proxy's letter is refused, or a ballot cast by one. */
export const proxyRefusals = defineRefusals({
  proxy_not_yours: { status: 403, title: '委托书要由业主或共有人来开。' },
  proxy_unknown: { status: 404, title: '没有找到这份委托。' },
  proxy_is_self: { status: 422, title: '受托人不能是您自己，请填写受托人的手机号。' },
  proxy_term_wrong: { status: 422, title: '委托期限不对：最后一天不能早于今天和第一天，最长一年。' },
  proxy_round_over: { status: 409, title: '这一轮征询没有在进行，不能再委托。' },
  proxy_letters_enough: { status: 409, title: '这一户已有 5 份有效或待核对的委托，请先撤销用不着的。' },
  proxy_cap_reached: {
    status: 409,
    title: '这位受托人在这一轮里代表的户数已经到了规则的上限，不能再代表这一户。请业主自己表决或另托他人。',
  },
  proxy_not_pending: { status: 409, title: '这份委托已经处理过或被撤销了，请刷新后再看。' },
});
