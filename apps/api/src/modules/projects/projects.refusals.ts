import { defineRefusals } from '../../platform/errors';

/** Why a place is not shown. */
export const refusals = defineRefusals({
  stairwell_link_unknown: { status: 404, title: '没有找到这个门洞，请再扫一次楼道里的二维码。' },
});
