import { defineRefusals } from '../../platform/errors';

/** Why a consent, its withdrawal or the closing of an account is refused. */
export const privacyRefusals = defineRefusals({
  purpose_unknown: { status: 404, title: '没有找到这一项说明，请刷新页面再看。' },
  purpose_text_changed: { status: 409, title: '这一项说明刚刚更新过，请看一遍新的内容再决定。' },
  purpose_required: {
    status: 409,
    title: '这一项是办理加装电梯离不开的，不能单独取消。如果不想再使用，可以在“我的资料”里注销账号。',
  },
  consent_unknown: { status: 404, title: '您还没有同意过这一项，不用取消。' },
  erasure_by_operator: {
    status: 409,
    title: '工作人员的账号不能自己注销：您经手的事项要留名备查。离岗时请系统管理员停用账号。',
  },
  duties_open: { status: 409, title: '您还有没交接完的事，请先请加梯办收回，再来注销账号。' },
});
