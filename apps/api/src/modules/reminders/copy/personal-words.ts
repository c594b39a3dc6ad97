/** What people read about their reminders. */
export const reminderWords = {
  title: '征询提醒',
  erased: '您选的提醒方式，还没有发出的提醒',
  kept: {
    what: '发给您的提醒的时间和方式',
    why: '用来保证不会太频繁地打扰您；里面没有内容，也没有手机号',
    until: '180 天后清除',
  },
};
