import { useEffect, useState } from 'react';
import { common } from '@/copy/common';
import { Box, Heading, Txt } from '@/platform/elements';
import { Button, TextButton } from './buttons';

/** Grey lines where text will be; after three seconds a sentence says that it is still coming. */
export function Skeleton() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box className="skeleton">
      <Box live="polite">
        <Txt as="p" className={late ? 'para' : 'unseen'}>
          {late ? common.loadingLong : common.loading}
        </Txt>
      </Box>
      <Box className="skeleton-line is-wide" decorative />
      <Box className="skeleton-line" decorative />
      <Box className="skeleton-block" decorative />
      <Box className="skeleton-line is-wide" decorative />
      <Box className="skeleton-line" decorative />
    </Box>
  );
}

interface ErrorStateProps {
  /** What happened, in a sentence. */
  what: string;
  /** What to do; a general advice when trying again may help. */
  advice?: string;
  onRetry?: () => void;
  /** The way out that helps instead. */
  action?: { words: string; onPress: () => void };
  otherwise?: { words: string; onPress: () => void };
}

/** What happened (the sentence says that nothing was lost), what to do, and who to call. */
export function ErrorState({ what, advice, onRetry, action, otherwise }: ErrorStateProps) {
  const next = advice ?? (onRetry ? common.whatToDo : null);
  return (
    <Box className="state" live="assertive">
      <Heading level={2} className="state-title">
        {common.problemTitle}
      </Heading>
      <Txt as="p" className="para">
        {what}
      </Txt>
      {next ? (
        <Txt as="p" className="para quiet">
          {next}
        </Txt>
      ) : null}
      {action ? <Button onPress={action.onPress}>{action.words}</Button> : null}
      {onRetry ? <Button onPress={onRetry}>{common.retry}</Button> : null}
      {otherwise ? <TextButton onPress={otherwise.onPress}>{otherwise.words}</TextButton> : null}
    </Box>
  );
}

interface EmptyProps {
  /** What will be here. */
  title: string;
  /** What to do now. */
  children?: string;
  action?: { words: string; onPress: () => void };
}

/** Nothing yet: what will be here, and what can be done now. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <Box className="state">
      <Heading level={2} className="state-title">
        {title}
      </Heading>
      {children ? (
        <Txt as="p" className="para quiet">
          {children}
        </Txt>
      ) : null}
      {action ? <Button onPress={action.onPress}>{action.words}</Button> : null}
    </Box>
  );
}
