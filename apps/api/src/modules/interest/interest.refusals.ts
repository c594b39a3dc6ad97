import { defineRefusals } from '../../platform/errors';

/** What an expression of interest is refused for. */
export const interestRefusals = defineRefusals({
  interest_not_yours: { status: 403, title: '登记意愿要由这一户的业主来做。家人和租客可以看，也可以请业主登记。' },
  interest_channel_wrong: { status: 422, title: '上门登记由志愿者来做，自己登记请用自己的手机。' },
});
