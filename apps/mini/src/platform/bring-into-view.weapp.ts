import Taro from '@tarojs/taro';

/** Scrolls to what has this id, with some of what stands before it. */
export function bringIntoView(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -160, duration: 0 });
}
