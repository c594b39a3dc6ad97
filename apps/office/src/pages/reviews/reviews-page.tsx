import { Radio, Select } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useReviews } from '../../api/reviews';
import { useDeskRole } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { More } from '../../components/more';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { RoundFilter } from '../../components/round-filter';
import { useKeys } from '../../components/use-keys';
import { reviews as copy } from '../../copy/reviews';
import { mayWrite } from '../../lib/desks';
import { queueKey } from '../../lib/queue-keys';
import { filterOf, filterSuffix } from './review-filter';
import { ReviewTable } from './review-table';

/** The queue. Its filter stands in the address; its rows can be walked with j and k. */
export function ReviewsPage() {
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const list = useReviews(filter);
  const [index, setIndex] = useState(-1);
  const table = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const rows = list.data?.pages.flatMap((page) => page.reviews) ?? [];
  const suffix = filterSuffix(params);
  const writes = mayWrite(useDeskRole());
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
    setIndex(-1);
  };
  useKeys((key, event) => {
    // A focused link or button answers Enter by itself.
    if (key === 'Enter' && (event.target as HTMLElement).closest('a, button')) return;
    const move = queueKey(index, rows.length, key);
    if (move.index !== index) {
      setIndex(move.index);
      table.current?.querySelectorAll<HTMLAnchorElement>('tbody a[data-review]')[move.index]?.focus();
    }
    const review = rows[move.index];
    if (move.action === 'none' || !review) return;
    event.preventDefault();
    const doing = move.action === 'open' || !writes ? '' : `${suffix ? '&' : '?'}do=${move.action}`;
    navigate(`/reviews/${review.id}${suffix}${doing}`);
  });
  return (
    <Page title={copy.title} lead={copy.lead}>
      <div className="stack-tight">
        <div className="row">
          <Radio.Group
            optionType="button"
            aria-label={copy.stateFilter}
            value={params.get('state') ?? 'waiting'}
            onChange={(event) => set('state', event.target.value as string)}
            options={Object.entries(copy.states).map(([value, label]) => ({ value, label }))}
          />
          <Select
            aria-label={copy.kindFilter}
            style={{ minWidth: 150 }}
            value={filter.kind ?? ''}
            onChange={(value) => set('kind', value)}
            options={[
              { value: '', label: copy.allKinds },
              ...Object.entries(copy.kinds).map(([value, label]) => ({ value, label })),
            ]}
          />
          <RoundFilter
            label={copy.roundFilter}
            all={copy.allRounds}
            value={filter.roundId ?? ''}
            onChange={(value) => set('roundId', value)}
          />
        </div>
        <Loaded query={list}>
          {() =>
            rows.length === 0 ? (
              <Empty waiting={filter.state === 'waiting' && !filter.kind && !filter.roundId} />
            ) : (
              <>
                <p className="quiet small">{writes ? copy.keys : copy.keysReading}</p>
                <div ref={table}>
                  <ReviewTable rows={rows} index={index} suffix={suffix} onChoose={setIndex} />
                </div>
                <More shown={rows.length} list={list} />
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function Empty({ waiting }: { waiting: boolean }) {
  return waiting ? (
    <NothingHere title={copy.emptyTitle}>{copy.empty}</NothingHere>
  ) : (
    <NothingHere title={copy.emptyFiltered}>{copy.emptyFilteredHint}</NothingHere>
  );
}
