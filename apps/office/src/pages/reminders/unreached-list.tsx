import { formatMoment, formatRoom, unreachedReasonLabels, type Round, type UnreachedDoor } from '@jiati/contracts';
import { useState } from 'react';
import { common } from '../../copy/common';
import { reminders as copy } from '../../copy/reminders';
import { byPlace, countsByReason, doorsOf } from '../../lib/reminders';

/** The doors no message reaches, as a sheet to take along: rooms by their stairwell, and space to write on. */
export function UnreachedList({ round, unreached }: { round: Round; unreached: readonly UnreachedDoor[] }) {
  const [now] = useState(() => new Date());
  const { toVisit, lately } = doorsOf(unreached);
  return (
    <article className="card stack visit-sheet">
      <header className="print-only visit-sheet-head">
        <h2>{copy.sheet.title}</h2>
        <p>{round.scopeLabel}</p>
        <p>{copy.sheet.closes(formatMoment(round.closesAt))}</p>
      </header>
      {toVisit.length > 0 && (
        <section className="stack-tight" aria-labelledby="to-visit">
          <h2 id="to-visit">{copy.toVisit(toVisit.length)}</h2>
          <DoorTable doors={toVisit} />
        </section>
      )}
      {lately.length > 0 && (
        <section className="stack-tight" aria-labelledby="reminded-lately">
          <h2 id="reminded-lately">{copy.lately(lately.length)}</h2>
          <p className="quiet">{copy.latelyHint}</p>
          {byPlace(lately).map(({ place, doors }) => (
            <p key={place}>
              {place}
              {common.colon}
              {doors.map((door) => formatRoom(door.roomNo)).join(common.listComma)}
            </p>
          ))}
        </section>
      )}
      <p className="print-only small">{copy.sheet.printedAt(formatMoment(now))}</p>
    </article>
  );
}

/** A plain table: it repeats its head on each printed page. */
function DoorTable({ doors }: { doors: readonly UnreachedDoor[] }) {
  const places = byPlace(doors);
  return (
    <>
      <p>{copy.byReason(countsByReason(doors))}</p>
      <table className="visit-table" aria-label={copy.caption}>
        <thead>
          <tr>
            <th scope="col">{copy.roomNo}</th>
            <th scope="col">{copy.reason}</th>
            <th scope="col" className="print-only">
              {copy.noted}
            </th>
          </tr>
        </thead>
        {places.map(({ place, doors: within }) => (
          <tbody key={place}>
            {places.length > 1 && (
              <tr className="visit-place">
                <th scope="rowgroup" colSpan={3}>
                  {copy.placeCount(place, within.length)}
                </th>
              </tr>
            )}
            {within.map(({ householdId, roomNo, reason }) => (
              <tr key={householdId}>
                <th scope="row">{formatRoom(roomNo)}</th>
                <td>{unreachedReasonLabels[reason]}</td>
                <td className="print-only" />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}
