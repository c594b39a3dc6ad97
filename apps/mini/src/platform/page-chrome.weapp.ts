import { useEffect, useRef, type RefObject } from 'react';
import Taro from '@tarojs/taro';

/** WeChat draws the way back in its own bar. */
export const drawsBack = false;

/** WeChat itself moves a screen reader to a new page; a new step of the same page begins at its top. */
export function usePageArrival(_title: string, step?: string): RefObject<HTMLHeadingElement> {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    focusTitle();
  }, [step]);
  return useRef<HTMLHeadingElement>(null);
}

/** Goes to the top of the page. */
export function focusTitle(_heading?: RefObject<HTMLHeadingElement>): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
}
