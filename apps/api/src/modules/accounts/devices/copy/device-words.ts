/** Names of devices as their owners know them. */
export const deviceWords = {
  systems: {
    ipad: 'iPad',
    iphone: 'iPhone',
    harmony: '鸿蒙设备',
    android: '安卓手机',
    windows: 'Windows 电脑',
    mac: 'Mac 电脑',
    linux: 'Linux 电脑',
  },
  browsers: {
    wechat: '微信',
    edge: 'Edge 浏览器',
    firefox: 'Firefox 浏览器',
    chrome: 'Chrome 浏览器',
    safari: 'Safari 浏览器',
  },
  unknown: '没有留下名称的设备',
} as const;
