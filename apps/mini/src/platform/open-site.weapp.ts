import Taro from '@tarojs/taro';
import { common } from '@/copy/common';
import { publicOrigin } from './origin';

/** A mini-program opens no web page by itself: the address goes to the clipboard, for the browser. */
export function openSite(path: string): void {
  void Taro.setClipboardData({
    data: `${publicOrigin()}${path}`,
    success: () => void Taro.showModal({ content: common.addressCopied, showCancel: false }),
  });
}
