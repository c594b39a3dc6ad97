import { common, defineRefusals, translateConstraint } from '../../platform/errors';

/** Why a settlement is refused. */
export const caseRefusals = defineRefusals({
  own_case: { status: 409, title: '这里有一张票是您自己登记的，要请另一位工作人员来定。' },
  case_changed: { status: 409, title: '这一户刚刚有了新的情况，请刷新后再定。' },
  case_too_late: { status: 409, title: '这一轮征询已经公布或作废，不能再更改。' },
  case_overtaken: { status: 409, title: '定下之后，这一户又有了新的表决，这一条不能再改。' },
  case_frozen: { status: 409, title: '这一户由谁来表决有争议，争议了结以后才能定哪一票算数。' },
  not_of_case: { status: 400, title: '选的票不在这一条里，请刷新后再选。' },
});

translateConstraint({ pk_case_settlements: () => common.id_reused() });
