import { defineRefusals } from '../../platform/errors';

/** What WeChat or whoever carries text messages refuses, in words of ours. */
export const gatewayRefusals = defineRefusals({
  gateway_unavailable: { status: 503, title: '暂时连不上微信，请过一会儿再试，也可以用手机验证码或者纸条登录。' },
  weapp_code_refused: { status: 401, title: '微信这次没有认出您，请再点一次登录。' },
  weapp_too_often: { status: 429, title: '点得太快了，请等一分钟再试。' },
  weapp_account_blocked: { status: 403, title: '微信暂时不让这个微信号登录，请改用手机验证码或者纸条。' },
  weapp_phone_refused: { status: 401, title: '没有拿到您的手机号，请再点一次，并选择“允许”。' },
  weapp_phone_not_mainland: { status: 403, title: '目前只能用中国大陆的手机号登录，也可以用纸条登录。' },
  sms_phone_too_often: { status: 429, title: '这个手机号今天收的短信太多，请明天再试，或者用纸条登录。' },
  sms_phone_too_soon: { status: 429, title: '短信刚刚发过，请过一会儿再取。' },
  sms_phone_unreachable: { status: 422, title: '这个手机号收不到短信，请核对号码，或者用纸条登录。' },
});
