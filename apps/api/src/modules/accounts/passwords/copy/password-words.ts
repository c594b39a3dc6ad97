/** What to do about a password that is too easy. */
export const passwordWords = {
  tooShort: (least: number) => `新密码至少 ${least} 个字，可以用一句只有您知道的话。`,
  holdsName: '新密码里不要带账号或姓名，请换一个。',
  repetition: '新密码只是重复或连续的字，太好猜，请换一个。',
  common: '这个密码很多人都在用，太好猜，请换一个。',
} as const;
