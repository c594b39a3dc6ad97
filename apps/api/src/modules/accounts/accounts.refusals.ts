import { defineRefusals } from '../../platform/errors';

/** Why a code, a password or a new volunteer is refused. */
export const accountRefusals = defineRefusals({
  wrong_code: { status: 401, title: '验证码不对，请看清短信里的 6 位数字再试。' },
  code_expired: { status: 401, title: '验证码已经过期，请重新获取。' },
  code_tries_used: { status: 429, title: '验证码试错的次数太多，请重新获取一个。' },
  code_too_soon: { status: 429, title: '验证码刚刚发过，请稍等一会儿再取。' },
  code_daily_cap: { status: 429, title: '今天取验证码的次数已经用完，请明天再试，或者用纸条登录。' },
  sms_unavailable: { status: 503, title: '短信暂时发不出去，请过几分钟再试，或者用纸条登录。' },
  wrong_password: { status: 401, title: '账号或密码不对，请再试一次。' },
  temporary_password_expired: { status: 401, title: '这个临时密码已经过期，请向给您密码的人再要一个。' },
  password_locked: { status: 429, title: '密码试错的次数太多，请过一会儿再试。' },
  phone_of_officer: { status: 409, title: '这个手机号是工作人员的，不能再登记为志愿者。' },
  account_id_reused: { status: 422, title: '这个编号已经用在另一个人身上，请刷新页面后重新填写。' },
});
