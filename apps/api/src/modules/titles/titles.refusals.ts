import { defineRefusals } from '../../platform/errors';

/** Why a transfer of title is refused. */
export const titleRefusals = defineRefusals({
  transfer_in_the_future: { status: 422, title: '过户日期还没有到，请填写新产权证上的日期。' },
});
