import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { problemWords, type ProblemWords } from '../api/problem';
import { common } from '../copy/common';

interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** Shows a query's three states: still reading, could not read, and what was read. */
export function Loaded<T>({ query, children }: { query: QueryLike<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <NotLoaded error={query.error} onTryAgain={() => void query.refetch()} />;
  return <Loading />;
}

function Loading() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="stack-tight" aria-busy="true">
      <p role="status" className="quiet">
        {slow ? common.stillLoading : common.loading}
      </p>
      <Skeleton active title={false} paragraph={{ rows: 5 }} />
    </div>
  );
}

function NotLoaded({ error, onTryAgain }: { error: unknown; onTryAgain: () => void }) {
  const words = problemWords(error);
  return (
    <Alert
      type="error"
      role="alert"
      title={titleOf(words)}
      description={
        <div className="stack-tight">
          {words.status === 400 && <p>{common.page.notFound}</p>}
          {words.detail && <p>{words.detail}</p>}
          {words.status >= 500 && words.requestId && (
            <p className="small">{common.failed.requestId(words.requestId)}</p>
          )}
          <div>
            <Button onClick={onTryAgain}>{common.tryAgain}</Button>
          </div>
        </div>
      }
    />
  );
}

/** A 400 on reading means that the address itself cannot be right. */
function titleOf({ status, title }: ProblemWords): string {
  if (status === 400) return common.page.notFoundTitle;
  return status > 400 && status < 500 ? title : common.page.failedTitle;
}
