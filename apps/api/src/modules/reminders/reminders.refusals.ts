import { defineRefusals } from '../../platform/errors';

/** Why a way to be reminded cannot be chosen, and why nobody is reminded now. */
export const reminderRefusals = defineRefusals({
  reminder_sms_unavailable: { status: 409, title: '这里没有开通短信提醒，请选别的办法。' },
  reminder_phone_missing: { status: 409, title: '您的账号没有手机号，收不到短信，请选别的办法。' },
  reminder_weapp_unavailable: { status: 409, title: '这里没有开通微信提醒，请选别的办法。' },
  reminder_weapp_unknown: { status: 409, title: '您还没有用微信登录过，请先在微信小程序里登录，再来选。' },
  reminder_not_in_weapp: { status: 409, title: '微信提醒要在微信小程序里允许。' },
  reminders_round_not_open: { status: 409, title: '这一轮征询不在进行中，不能发提醒。' },
  reminders_too_soon: { status: 409, title: '这一轮 24 小时内已经提醒过一次，请过一天再来。' },
  reminders_used_up: { status: 409, title: '这一轮已经提醒过三次，不能再发；还没表决的请打电话或者上门。' },
  reminders_nobody: { status: 409, title: '现在没有可以发提醒的人；还没表决的请打电话或者上门。' },
});
