import { App } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useDecideReview, useReview, useReviews } from '../../api/reviews';
import type { ReviewVerdict } from '@jiati/contracts';
import { proxyStateLabels, type ReviewDetail } from '@jiati/contracts';
import { useDeskRole } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { ReviewStateTag } from '../../components/review-state-tag';
import { StateTag } from '../../components/state-tag';
import { useKeys } from '../../components/use-keys';
import { reviews } from '../../copy/reviews';
import { mayWrite } from '../../lib/desks';
import { queueKey } from '../../lib/queue-keys';
import { DecisionBar } from './decision-bar';
import { DecisionDialog } from './decision-dialog';
import { Evidence } from './evidence';
import { filterOf, filterSuffix } from './review-filter';
import { ReviewFacts } from './review-facts';
import './review-page.css';

const copy = reviews.detail;

const waits = (review: ReviewDetail): boolean => review.state === 'received' || review.state === 'resubmitted';

/** One submission: evidence left, facts right, the decision at the bottom. The queue's keys work here too. */
export function ReviewPage() {
  const { reviewId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const query = useReview(reviewId);
  const list = useReviews(filterOf(params));
  const queue = list.data?.pages.flatMap((page) => page.reviews) ?? [];
  const decide = useDecideReview();
  const [verdict, setVerdict] = useState<ReviewVerdict | null>(() => asVerdict(params.get('do')));
  const writes = mayWrite(useDeskRole());
  const suffix = filterSuffix(params);
  const index = queue.findIndex((item) => item.id === reviewId);
  const review = query.data;
  const { hasNextPage, fetchNextPage } = list;
  const isLast = index >= 0 && index === queue.length - 1;
  useEffect(() => {
    // Read before anybody asks for it.
    if (isLast && hasNextPage) void fetchNextPage();
  }, [isLast, hasNextPage, fetchNextPage]);
  const go = (to: number) => {
    const item = queue[to];
    if (item && item.id !== reviewId) navigate(`/reviews/${item.id}${suffix}`);
  };
  const close = () => {
    decide.reset();
    setVerdict(null);
    if (params.has('do')) setParams(new URLSearchParams(suffix), { replace: true });
  };
  useKeys((key) => {
    const move = queueKey(index, queue.length, key);
    if (key === 'j' || key === 'k') go(move.index);
    else if (writes && (key === 'a' || key === 'r') && review && waits(review))
      setVerdict(key === 'a' ? 'approve' : 'return');
  });
  const confirm = (chosen: ReviewVerdict, reason: string) =>
    decide.mutate(
      { reviewId, verdict: chosen, reason },
      {
        onSuccess: () => {
          void message.success(copy.done[chosen]);
          setVerdict(null);
          const next = queue[index + 1] ?? queue[index - 1];
          navigate(next ? `/reviews/${next.id}${suffix}` : `/reviews${suffix}`);
        },
      },
    );
  return (
    <Page
      title={review ? titleOf(review) : copy.fallbackTitle}
      back={{ to: `/reviews${suffix}`, label: copy.back }}
      lead={
        index >= 0 && (
          <span className="row">
            <span>{copy.position(index + 1, queue.length, hasNextPage)}</span>
            {index > 0 && <Link to={`/reviews/${queue[index - 1]?.id}${suffix}`}>{copy.previous}</Link>}
            {index < queue.length - 1 && <Link to={`/reviews/${queue[index + 1]?.id}${suffix}`}>{copy.next}</Link>}
          </span>
        )
      }
      actions={
        review && (
          <>
            <ReviewStateTag state={review.state} />
            <LetterOver review={review} />
          </>
        )
      }
    >
      <Loaded query={query}>
        {(detail) => (
          <>
            <div className="review-columns">
              <Evidence review={detail} />
              <ReviewFacts review={detail} />
            </div>
            <DecisionBar
              review={detail}
              waits={waits(detail)}
              writes={writes}
              queuePath={`/reviews${suffix}`}
              onDecide={setVerdict}
            />
            <DecisionDialog
              review={detail}
              verdict={writes && waits(detail) ? verdict : null}
              working={decide.isPending}
              error={decide.error}
              onConfirm={confirm}
              onReload={() => {
                close();
                void query.refetch();
              }}
              onCancel={close}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const titles = { ballot: copy.ballotTitle, binding: copy.bindingTitle, proxy_authorisation: copy.proxyTitle };

function titleOf(review: ReviewDetail): string {
  const room = reviews.room(review.place, review.roomNo);
  if (!waits(review)) return copy.decidedTitle(room, reviews.kinds[review.kind]);
  return titles[review.kind](room);
}

/** A letter that was approved and is in force no longer says so beside its verdict. */
function LetterOver({ review: { kind, facts } }: { review: ReviewDetail }) {
  const { state } = facts;
  if (kind !== 'proxy_authorisation' || (state !== 'revoked' && state !== 'expired')) return null;
  return <StateTag tone="calm">{proxyStateLabels[state]}</StateTag>;
}

const asVerdict = (text: string | null): ReviewVerdict | null =>
  text === 'approve' || text === 'return' ? text : null;
