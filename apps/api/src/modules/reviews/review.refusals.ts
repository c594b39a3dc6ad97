import { defineRefusals } from '../../platform/errors';

/** Why a review is refused. */
export const refusals = defineRefusals({
  own_submission: { status: 409, title: '这一条是您自己经办的，要请另一位工作人员来审核。' },
  already_decided: { status: 409, title: '这一条已经有人处理过了，请刷新后再看。' },
  not_resubmittable: { status: 409, title: '这一条现在不用重新提交。' },
});
