export const chainHead = {
  title: '记录链的校验码',
  words: (count: number) => `第 ${count} 条`,
  readAt: (when: string) => `${when} 的记录`,
  purpose: '以后谁改动了这之前的表决记录，这 8 个字符就对不上。',
  scan: '扫旁边的小码，可以在自己的手机上核对。',
  qrAlt: '核对这一轮表决的二维码',
};
