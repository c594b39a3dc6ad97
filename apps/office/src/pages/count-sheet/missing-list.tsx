import { Link } from 'react-router-dom';
import type { CountSheet } from '@jiati/contracts';
import { countSheet as copy } from '../../copy/count-sheet';

/** What keeps the counts from being complete, and which doors have not answered. */
export function MissingList({ sheet }: { sheet: CountSheet }) {
  const { missingAreas, pendingReviews, rows, round } = sheet;
  const silent = rows.filter((row) => row.state === 'silent' || row.state === 'awaiting_review');
  const inCase = rows.filter((row) => row.inCase);
  const doubtful = rows.filter((row) => row.clockSkewSeconds !== null);
  const held = rows.filter((row) => row.state === 'held');
  const heldHeads = [...new Set(held.map((row) => row.headNo))];
  const nothing = missingAreas.length === 0 && pendingReviews === 0 && inCase.length === 0 && held.length === 0;
  return (
    <section className="stack-tight sheet-part">
      <h3 className="sheet-section">{copy.missingTitle}</h3>
      {nothing && <p>{copy.nothingMissing}</p>}
      {missingAreas.length > 0 && <p>{copy.missingAreas(missingAreas.map((item) => item.roomNo).join('、'))}</p>}
      {heldHeads.map((headNo) => {
        const rooms = held.filter((row) => row.headNo === headNo).map((row) => row.roomNo);
        return <p key={headNo}>{copy.held(rooms.join('、'))}</p>;
      })}
      {pendingReviews > 0 && (
        <p>
          {copy.pendingReviews(pendingReviews)}{' '}
          <Link className="screen-only underlined" to={`/reviews?state=waiting&roundId=${round.id}`}>
            {copy.goReview}
          </Link>
        </p>
      )}
      {inCase.length > 0 && (
        <p>
          {copy.openCases(inCase.map((row) => row.roomNo).join('、'))}{' '}
          <Link className="screen-only underlined" to={`/cases?state=open&roundId=${round.id}`}>
            {copy.goCases}
          </Link>
        </p>
      )}
      {doubtful.length > 0 && <p>{copy.doubtfulTimes(doubtful.map((row) => row.roomNo).join('、'))}</p>}
      <p>
        <strong>{copy.leftTitle}</strong>{' '}
        {silent.length === 0
          ? copy.nobodyLeft
          : `${copy.leftCount(silent.length)}：${silent.map((row) => row.roomNo).join('、')}`}
      </p>
    </section>
  );
}
