import { defineRefusals } from '../../../platform/errors';

export const passwordRefusals = defineRefusals({
  weak_password: { status: 400, title: '这个新密码不够安全，请换一个。' },
  wrong_current_password: { status: 403, title: '现在的密码不对，请再输一次。' },
  same_password: { status: 400, title: '新密码和现在的一样，请换一个没用过的。' },
});
