import { defineRefusals, translateConstraint } from '../../platform/errors';

export const bindingRefusals = defineRefusals({
  not_bound: { status: 404, title: '您还没有绑定这一户，请先绑定后再看。' },
  household_unknown: { status: 404, title: '没有找到这个室号，请对照门牌再看一看。' },
  wrong_pin: { status: 401, title: '纸条密码不对，请看清纸条上的 6 位数字再试。' },
  pin_missing: { status: 400, title: '请填写纸条上的 6 位密码。' },
  phone_not_on_roll: {
    status: 403,
    title: '您的手机号和名册上登记的不一致。可以用加梯办发的纸条绑定，或者请加梯办核对。',
  },
  phone_missing: { status: 403, title: '您的账号还没有手机号，请先用手机号登录，或者用纸条绑定。' },
  wrong_slip: { status: 401, title: '门洞、室号或纸条密码不对，请对照纸条再看一看。' },
  already_bound: { status: 409, title: '您已经绑定过这一户。' },
  binding_not_pending: { status: 409, title: '这个绑定已经处理过了，请刷新后再看。' },
  office_must_check: {
    status: 403,
    title: '您和这一户的绑定已经到期，或者被加梯办停用了。请选“加梯办核对”，交上证明材料。',
  },
  evidence_not_asked: { status: 400, title: '用纸条或手机号绑定不用交证明材料。要交材料，请选“加梯办核对”。' },
  binding_unknown: { status: 404, title: '没有找到这个绑定。' },
  binding_over: { status: 409, title: '这个绑定已经结束，不能再改。请刷新后再看。' },
  expiry_in_the_past: { status: 422, title: '到期日期已经过去了，请选今天或以后的日期。要马上停用，请选“结束绑定”。' },
  people_not_yours: { status: 403, title: '同户的名单要由业主、共有人、监护人或继承人来看。' },
  binding_pending: { status: 409, title: '这一户的绑定正在等加梯办核对，不用重复提交。' },
});

translateConstraint({ uq_bindings_account_household: () => bindingRefusals.already_bound() });
