import Taro from '@tarojs/taro';

/** Small things kept on this device. */
export const storage = {
  read(key: string): string | null {
    const value: unknown = Taro.getStorageSync(`jiati.${key}`);
    return typeof value === 'string' && value !== '' ? value : null;
  },
  write(key: string, value: string): void {
    Taro.setStorageSync(`jiati.${key}`, value);
  },
  remove(key: string): void {
    Taro.removeStorageSync(`jiati.${key}`);
  },
};
