import { useEffect, useRef, type RefObject } from 'react';
import { useDidShow } from '@tarojs/taro';

/** A browser page has no bar of its own, so the page draws its way back. */
export const drawsBack = true;

let firstPage = true;

/**
 * Names the page and moves the focus to its title, so that a screen reader and the keyboard start there.
 * Taro keeps earlier pages hidden in the document: the focus would otherwise stay behind in one of them.
 */
export function usePageArrival(title: string): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const latest = useRef(title);
  latest.current = title;
  useEffect(() => {
    if (heading.current?.offsetParent) document.title = title;
  }, [title]);
  useDidShow(() => {
    document.title = latest.current;
    if (firstPage) firstPage = false;
    else heading.current?.focus({ preventScroll: true });
  });
  return heading;
}

/** Moves the focus to the title when the page turns to its next step. */
export function focusTitle(heading: RefObject<HTMLHeadingElement>): void {
  heading.current?.focus({ preventScroll: true });
  heading.current?.closest('.taro_page')?.scrollTo(0, 0);
}
