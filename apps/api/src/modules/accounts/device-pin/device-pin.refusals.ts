import { defineRefusals } from '../../../platform/errors';

/** Why a device stays locked. */
export const devicePinRefusals = defineRefusals({
  weak_device_pin: { status: 400, title: '这个开锁码太好猜，请换一个，不要用重复或连续的数字。' },
  wrong_device_pin: { status: 401, title: '开锁码不对，请再试一次。' },
  device_pin_tries_used: { status: 401, title: '开锁码试错了 5 次，这台设备已经退出登录。请重新登录。' },
});
