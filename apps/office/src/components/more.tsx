import { Button } from 'antd';
import { common } from '../copy/common';
import { ProblemNotice } from './problem-notice';

interface MoreProps {
  shown: number;
  /** A list that comes in pieces, as TanStack's infinite queries tell it. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown; error: unknown };
}

/** How much is shown, and the way to the next piece. */
export function More({ shown, list }: MoreProps) {
  return (
    <div className="stack-tight">
      <ProblemNotice error={list.error} />
      <div className="row">
        <span role="status" className="quiet">
          {list.hasNextPage ? common.shownSoFar(shown) : common.shownAll(shown)}
        </span>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {common.more}
          </Button>
        )}
      </div>
    </div>
  );
}
