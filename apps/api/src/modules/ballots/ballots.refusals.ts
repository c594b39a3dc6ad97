import { common, defineRefusals, translateConstraint } from '../../platform/errors';

/** Why a ballot, a ballot paper or a receipt is refused. */
export const refusals = defineRefusals({
  round_closed: { status: 409, title: '这一轮征询已经截止，不能再投票或改票。' },
  round_not_open: { status: 409, title: '这一轮征询还没有开始，或者已经作废。' },
  ballot_final: { status: 409, title: '按这一轮的规则，投过的票不能再改。' },
  nothing_to_withdraw: { status: 409, title: '您家现在没有可以撤回的票。' },
  may_not_vote: { status: 403, title: '这一户的票要由业主、共有人、监护人或继承人来投，租客和亲友可以查看。' },
  ballot_frozen: { status: 409, title: '这一户由谁来表决有争议，暂停表决。内容照常可以看，有疑问请联系加梯办。' },
  channel_not_yours: { status: 403, title: '您的身份不能用这种方式登记表决票。' },
  evidence_missing: { status: 400, title: '这种方式投票还缺几样凭据，请补齐后再提交。' },
  review_too_late: { status: 409, title: '这一轮征询已经公布或作废，不能再审核表决票。' },
  misread_receipt: { status: 400, title: '回执编号可能抄错了一位，请对照着再看一遍。' },
  unknown_receipt: { status: 404, title: '没有查到这个回执编号。' },
});

// one id in two rounds at the same moment: the lock of a round does not see it, the key does
translateConstraint({ pk_ballots: () => common.id_reused() });
