import { Link } from 'react-router-dom';
import type { ReviewItem } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { ReviewStateTag } from '../../components/review-state-tag';
import { channelLabels, daysUntil, formatMoment } from '@jiati/contracts';
import { reviews as copy } from '../../copy/reviews';
import './review-table.css';

interface ReviewTableProps {
  rows: ReviewItem[];
  index: number;
  /** The filter as it stands in the address, carried into the submission. */
  suffix: string;
  onChoose: (index: number) => void;
}

/** Oldest first, as the API sends them. The chosen row is marked and its link holds the focus. */
export function ReviewTable({ rows, index, suffix, onChoose }: ReviewTableProps) {
  const now = new Date();
  return (
    <DataTable<ReviewItem>
      aria-label={copy.caption}
      rowKey="id"
      rows={rows}
      rowsPerPage={100_000}
      minWidth={760}
      rowClassName={(_, row) => (row === index ? 'review-row-chosen' : '')}
      columns={[
        {
          title: copy.place,
          fixed: 'left',
          render: (_, item, row) => (
            <Link data-review className="nowrap" to={`/reviews/${item.id}${suffix}`} onFocus={() => onChoose(row)}>
              {copy.room(item.place, item.roomNo)}
            </Link>
          ),
        },
        {
          title: copy.kind,
          render: (_, item) => (
            <span className="nowrap">
              {copy.kindOf(copy.kinds[item.kind], item.channel ? channelLabels[item.channel] : null)}
            </span>
          ),
        },
        {
          title: copy.submitted,
          render: (_, item) => (
            <>
              <div className="nowrap">{item.submittedByName}</div>
              <div className="quiet small nowrap">{formatMoment(item.submittedAt)}</div>
            </>
          ),
        },
        {
          title: copy.state,
          render: (_, item) => (
            <>
              <ReviewStateTag state={item.state} />
              <Waited item={item} now={now} />
            </>
          ),
        },
      ]}
    />
  );
}

/** How long the office has owed an answer; from the third day on in the colour of what waits. */
function Waited({ item: { state, submittedAt }, now }: { item: ReviewItem; now: Date }) {
  if (state !== 'received' && state !== 'resubmitted') return null;
  const days = -daysUntil(submittedAt, now);
  return <div className={days >= 3 ? 'waiting-text small nowrap' : 'quiet small nowrap'}>{copy.waitingDays(days)}</div>;
}
