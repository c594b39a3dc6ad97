import { defineRefusals } from '../../platform/errors';

/** What a visit is refused for. */
export const visitRefusals = defineRefusals({
  visit_in_the_future: { status: 422, title: '走访时间在将来。请检查平板的日期和时间。' },
});
