import Taro from '@tarojs/taro';

interface AppBase {
  fontSizeSetting?: number;
}

/** The size of text chosen in WeChat, in px; null in versions that do not tell. */
export function preferredFontPx(): number | null {
  const base = Taro.getAppBaseInfo?.() as AppBase | undefined;
  return base?.fontSizeSetting ?? null;
}
