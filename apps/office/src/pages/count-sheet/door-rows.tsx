import type { CountSheet } from '@jiati/contracts';
import { countSheet as copy } from '../../copy/count-sheet';
import { channelLabels, choiceLabels, tenureLabels } from '@jiati/contracts';
import { area } from '../../lib/format';

type Row = CountSheet['rows'][number];

/** Every door of the electorate, by room number. A plain table: it repeats its head on each printed page. */
export function DoorRows({ sheet }: { sheet: CountSheet }) {
  const severalPlaces = new Set(sheet.rows.map((row) => row.place)).size > 1;
  return (
    <section className="stack-tight sheet-list">
      <h3 className="sheet-section">{copy.rowsTitle}</h3>
      <p className="quiet small">{copy.headHint}</p>
      <div className="sheet-scroll" role="region" aria-label={copy.rowsTitle} tabIndex={0}>
        <table className="sheet-table sheet-doors">
          <thead>
            <tr>
              {severalPlaces && <th scope="col">{copy.place2}</th>}
              <th scope="col">{copy.roomNo}</th>
              <th scope="col" className="number">
                {copy.area}
              </th>
              <th scope="col" className="number">
                {copy.headNo}
              </th>
              <th scope="col">{copy.tenure}</th>
              <th scope="col">{copy.choice}</th>
              <th scope="col">{copy.channel}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row) => (
              <tr key={row.householdId}>
                {severalPlaces && <td>{row.place}</td>}
                <th scope="row">{row.roomNo}</th>
                <td className="number">{row.areaDm2 === null ? copy.areaUnknown : area(row.areaDm2)}</td>
                <td className="number">{row.headNo}</td>
                <td>{tenureLabels[row.tenure]}</td>
                <td>{choiceWords(row)}</td>
                <td>{row.channel ? channelLabels[row.channel] : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function choiceWords(row: Row): string {
  if (row.choice) return choiceLabels[row.choice];
  if (row.state === 'awaiting_review') return copy.waiting;
  if (row.state === 'held') return copy.heldBallot;
  if (row.state === 'counted') return copy.answered;
  return copy.noChoice;
}
