import { defineRefusals } from '../../platform/errors';

/** Why a signature or a consent form is refused. */
export const refusals = defineRefusals({
  signature_incomplete: { status: 400, title: '请在框里签名，或者改为填写姓名。' },
  signature_unreadable: { status: 400, title: '签名图片没有读懂，请清空后重新签一次。' },
  signature_too_large: { status: 413, title: '签名图片太大，请清空后重新签一次。' },
  may_not_sign: { status: 403, title: '同意书要由业主、共有人、监护人或继承人来签。' },
  round_not_signing: { status: 409, title: '这一轮征询现在不能签同意书。' },
});
