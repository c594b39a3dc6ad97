import { ApiProblem, words } from '@/api/client';
import { Box, Notice } from '@/components/kit';
import { visitedWords, volunteerCopy as copy } from '@/copy/volunteer';

interface StaleNoticeProps {
  query: { isRefetchError: boolean; error: unknown; dataUpdatedAt: number };
}

/** What is on the page was read earlier: since then the network is silent, or the API no longer gives it. */
export function StaleNotice({ query: { isRefetchError, error, dataUpdatedAt } }: StaleNoticeProps) {
  const isRefused = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  const seen = visitedWords(new Date(dataUpdatedAt).toISOString(), new Date());
  return (
    <Box live="polite">
      {!isRefetchError ? null : isRefused ? (
        <Notice kind="problem" title={words(error)} />
      ) : (
        <Notice kind="waiting" title={copy.stale(seen)} />
      )}
    </Box>
  );
}
