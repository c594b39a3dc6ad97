import { defineRefusals } from '../../../platform/errors';

/** Why the second step is refused. */
export const factorRefusals = defineRefusals({
  wrong_totp: { status: 401, title: '这 6 位数字不对，或者刚刚用过。请等验证器换出下一组，再输一次。' },
  wrong_recovery_code: { status: 401, title: '备用码不对，或者已经用过。请看清纸上的下一个，再输一次。' },
  second_factor_locked: { status: 429, title: '试错的次数太多，请过一会儿再试。' },
  second_factor_again: { status: 403, title: '为了安全，请再输一次验证器里的 6 位数字，再改登录方式。' },
  no_totp_enrolment: { status: 409, title: '请先扫描二维码，再输入验证器里的数字。' },
});
