import { defineRefusals } from '../errors';

/** What is refused where a masked number is to be shown. */
export const privacyRefusals = defineRefusals({
  no_phone_recorded: { status: 404, title: '这里没有登记电话。可以请楼里的志愿者上门问一问。' },
});
