export const photoCopy = {
  take: '拍照或选一张照片',
  again: '换一张',
  working: '正在处理照片…',
  unreadable: '这张照片打不开，请换一张，或者重新拍。',
  tooLarge: '这张照片太大了，请换一张，或者重新拍。',
  kept: '照片选好了',
} as const;
