import { useState, type ReactNode, type RefObject } from 'react';
import { common, textSizeLabels } from '@/copy/common';
import { Box, Heading, Press, Txt } from '@/platform/elements';
import { drawsBack, usePageArrival } from '@/platform/page-chrome';
import { goBack } from '@/routes';
import { useTextSize } from '@/state/text-size';
import { HelperStrip } from '../helper-strip';
import { TextSizeSheet } from './text-size-sheet';

interface PageProps {
  /** Where I am: estate, building, stairwell, room. */
  place?: string;
  /** One question or statement. */
  title: string;
  /** The one main action, fixed at the bottom; a second one as text below it. */
  action?: ReactNode;
  /** The first page of all has no way back. */
  first?: boolean;
  /** Lets a page of several steps step back instead of leaving. */
  onBack?: () => void;
  /** Which step a page of several is at: a new one begins at the title. */
  step?: string;
  /** For a page that moves the focus to its title itself. */
  titleRef?: (heading: RefObject<HTMLHeadingElement>) => void;
  /** Wider than a column of text: the volunteers' tablet pages. */
  wide?: boolean;
  /** Narrower: a pad of keys. */
  narrow?: boolean;
  /** A finger or a key anywhere on the page. */
  onTouch?: () => void;
  children?: ReactNode;
}

/** The frame of every page: way back, size of text, place, title, what to know, and the action at the bottom. */
export function Page({
  place,
  title,
  action,
  first,
  onBack,
  step,
  titleRef,
  wide,
  narrow,
  onTouch,
  children,
}: PageProps) {
  const { size } = useTextSize();
  const [choosing, setChoosing] = useState(false);
  const heading = usePageArrival(title, step);
  titleRef?.(heading);
  return (
    <Box className={`jt page size-${size} ${wide ? 'is-wide' : narrow ? 'is-narrow' : ''}`} onTouch={onTouch}>
      <HelperStrip />
      <Box as="header" className="page-bar">
        {drawsBack && !first ? (
          <Press className="bar-button" onPress={onBack ?? goBack}>
            <Txt decorative className="bar-arrow">
              ‹
            </Txt>
            <Txt>{common.back}</Txt>
          </Press>
        ) : (
          <Box />
        )}
        <Press className="bar-button" onPress={() => setChoosing(true)}>
          <Txt>{`${common.textSize} · ${textSizeLabels[size]}`}</Txt>
        </Press>
      </Box>
      <Box as="main" className="page-body">
        <Box className="page-head">
          {place ? (
            <Txt as="p" className="page-place">
              {place}
            </Txt>
          ) : null}
          <Heading level={1} className="page-title" focusRef={heading}>
            {title}
          </Heading>
        </Box>
        {children}
      </Box>
      {action ? (
        <Box as="footer" className="page-action">
          <Box className="page-action-inner">{action}</Box>
        </Box>
      ) : null}
      <TextSizeSheet open={choosing} onClose={() => setChoosing(false)} />
    </Box>
  );
}
