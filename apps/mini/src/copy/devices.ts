import { daysUntil, formatDay, formatTime } from '@jiati/contracts';
import type { Device } from '@/api/wire';

export const devicesCopy = {
  title: '我的设备',
  intro: '您的账号现在在这些设备上登录着。不认识的，或者不用了的，请退出。',
  hereTitle: '就是这一台',
  othersTitle: '别的设备',
  noOthers: '没有在别的设备上登录。',
  logOut: '退出这台设备',
  logOutAll: '退出其他所有设备',
  sureTitle: (name: string) => `要退出“${name}”吗？`,
  sureAllTitle: (count: number) => `要退出其他${count}台设备吗？`,
  sureWords: '退出以后，那边马上就不能用了。还要用，就重新登录一次。',
  sure: '退出',
  sureAll: '全部退出',
  leaving: '正在退出…',
  not: '不退出',
  done: '已经退出。',
  doneAll: '其他设备都退出了。',
  clients: { h5: '手机或电脑网页', weapp: '微信小程序', office: '办公电脑' } satisfies Record<Device['client'], string>,
} as const;

/** “今天晚上8点”, “昨天上午9点半”, earlier the day. */
function whenWords(instant: string, now: Date): string {
  const days = daysUntil(instant, now);
  if (days === 0) return `今天${formatTime(instant)}`;
  if (days === -1) return `昨天${formatTime(instant)}`;
  return formatDay(instant);
}

/** “微信小程序，今天晚上8点用过，11月20日（周五）登录的” */
export function deviceHint(device: Device, now: Date): string {
  const used = device.isThis ? '正在使用' : `${whenWords(device.lastSeenAt, now)}用过`;
  return `${devicesCopy.clients[device.client]}，${used}，${whenWords(device.createdAt, now)}登录的`;
}
