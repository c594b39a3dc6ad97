import { defineRefusals } from '../errors';

/** What the guard says to someone who is signed in, or whose request came from elsewhere. */
export const accessRefusals = defineRefusals({
  cross_site: { status: 403, title: '这个请求不是从本系统的页面发出的，没有处理。请回到本系统的页面再试。' },
  second_factor_needed: { status: 403, title: '还差一步：请输入验证器里的 6 位数字，再继续。' },
  password_change_needed: { status: 403, title: '这是临时密码，请先改成您自己的密码，再继续。' },
  device_pin_missing: { status: 403, title: '请先给这台设备设一个 6 位开锁码，再看住户的门。' },
  device_locked: { status: 423, title: '这台设备锁上了，请输入您的 6 位开锁码。' },
});
