import type { Tally } from '@jiati/contracts';
import { countSheet as copy } from '../../copy/count-sheet';
import { area } from '../../lib/format';
import { formatPercent } from '@jiati/contracts';

type Counted = 'electorate' | 'participating' | 'for' | 'against' | 'abstain' | 'silent';
const rows: Counted[] = ['electorate', 'participating', 'for', 'against', 'abstain', 'silent'];
const ofParticipating = new Set<Counted>(['for', 'against', 'abstain']);

/** Counts by heads and by area; a percentage stands only beside its number and says what it is a share of. */
export function TallyTable({ tally }: { tally: Tally }) {
  const held = tally.held.reduce((sum, item) => ({ heads: sum.heads + 1, areaDm2: sum.areaDm2 + item.areaDm2 }), {
    heads: 0,
    areaDm2: 0,
  });
  return (
    <div className="sheet-scroll" role="region" aria-label={copy.tallyCaption} tabIndex={0}>
      <table className="sheet-table">
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {copy.heads}
            </th>
            <th scope="col" className="number">
              {copy.area}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => (
            <tr key={name}>
              <th scope="row">{copy.tallyRows[name]}</th>
              <td className="number">
                {tally[name].heads}
                <Share name={name} part={tally[name].heads} tally={tally} on="heads" />
              </td>
              <td className="number">
                {area(tally[name].areaDm2)}
                <Share name={name} part={tally[name].areaDm2} tally={tally} on="areaDm2" />
              </td>
            </tr>
          ))}
          {held.heads > 0 && (
            <tr>
              <th scope="row">{copy.tallyRows.held}</th>
              <td className="number">{held.heads}</td>
              <td className="number">{area(held.areaDm2)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Share({ name, part, tally, on }: { name: Counted; part: number; tally: Tally; on: 'heads' | 'areaDm2' }) {
  if (name === 'electorate') return null;
  const byParticipants = ofParticipating.has(name);
  const whole = byParticipants ? tally.participating[on] : tally.electorate[on];
  return (
    <span className="quiet small sheet-share">
      {byParticipants ? copy.ofParticipating : copy.ofElectorate} {formatPercent(part, whole)}
    </span>
  );
}
