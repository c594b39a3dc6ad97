import { useEffect, useRef, type RefObject } from 'react';
import { useDidShow } from '@tarojs/taro';

/** A browser page has no bar of its own, so the page draws its way back. */
export const drawsBack = true;

let firstPage = true;

/**
 * Names the page and moves the focus to its title when it is shown and when it turns to its next step, so that a
 * screen reader and the keyboard start there. Taro keeps earlier pages hidden in the document: the focus would
 * otherwise stay behind in one of them.
 * @param step what the page of several steps is at
 */
export function usePageArrival(title: string, step?: string): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const latest = useRef(title);
  latest.current = title;
  useEffect(() => {
    if (heading.current?.offsetParent) document.title = title;
  }, [title]);
  useEffect(() => {
    if (!firstPage && heading.current?.offsetParent) focusTitle(heading);
  }, [step]);
  useDidShow(() => {
    document.title = latest.current;
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  });
  return heading;
}

/** Moves the focus to the title and the page to its top. */
export function focusTitle(heading: RefObject<HTMLHeadingElement>): void {
  heading.current?.focus({ preventScroll: true });
  heading.current?.closest('.taro_page')?.scrollTo?.(0, 0);
}
