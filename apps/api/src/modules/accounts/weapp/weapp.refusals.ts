import { defineRefusals } from '../../../platform/errors';

/** What WeChat's own refusals do not say. */
export const weappRefusals = defineRefusals({
  weapp_phone_needed: { status: 403, title: '第一次用微信登录，请允许使用您的手机号，我们才知道您是哪一户。' },
});
