import { Children, type ReactNode } from 'react';
import { unbroken } from '@/copy/unbroken';

/** Older browsers cannot tell Chinese words apart; there a line ends between any two characters. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/** The children, so that no line ends between a number and its unit. */
export function withWholeNumbers(children: ReactNode): ReactNode {
  return eachText(children, (text) => wholeNumbers(text));
}

/** The same for the few large words of a title, where no line ends inside a word either. */
export function withWholeWords(children: ReactNode): ReactNode {
  return eachText(children, (text) => wholeNumbers(text, wholeWords));
}

function eachText(children: ReactNode, split: (text: string) => ReactNode): ReactNode {
  return Children.map(children, (child) => (typeof child === 'string' ? split(child) : child));
}

/** Splitting by a group leaves every other part as what the group found. */
function wholeNumbers(text: string, between = (part: string): ReactNode => part): ReactNode {
  return text.split(unbroken).map((part, index) => (index % 2 === 1 ? whole(part, index) : between(part)));
}

function wholeWords(text: string): ReactNode {
  if (!segmenter) return text;
  return [...segmenter.segment(text)].map(({ segment, index }) =>
    segment.length > 1 ? whole(segment, index) : segment,
  );
}

function whole(text: string, key: number): ReactNode {
  return (
    <span key={key} className="unbroken">
      {text}
    </span>
  );
}
