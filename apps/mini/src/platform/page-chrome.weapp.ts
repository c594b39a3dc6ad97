import { useRef, type RefObject } from 'react';
import Taro from '@tarojs/taro';

/** WeChat draws the way back in its own bar. */
export const drawsBack = false;

/** WeChat itself moves a screen reader to the new page; its bar keeps the name of the app. */
export function usePageArrival(_title: string): RefObject<HTMLHeadingElement> {
  return useRef<HTMLHeadingElement>(null);
}

/** Goes to the top when the page turns to its next step. */
export function focusTitle(_heading: RefObject<HTMLHeadingElement>): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
}
