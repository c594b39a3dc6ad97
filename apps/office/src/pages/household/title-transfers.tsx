import { formatDate, formatDay, type HouseholdOnRoll, type TitleTransfer } from '@jiati/contracts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTitleTransfers } from '../../api/household';
import { DataTable } from '../../components/data-table';
import { Loaded } from '../../components/loaded';
import { household } from '../../copy/household';
import { TitleTransferDialog } from './title-transfer-dialog';

const copy = household.transfers;

/** When the household changed hands, from whom to whom, and the way to record it once more. */
export function TitleTransfers({ household: house, writes }: { household: HouseholdOnRoll; writes: boolean }) {
  const query = useTitleTransfers(house.householdId);
  const [recording, setRecording] = useState(false);
  return (
    <section className="card stack-tight" aria-labelledby="household-transfers">
      <div className="row-spread">
        <h2 id="household-transfers">{copy.title}</h2>
        {writes && <Button onClick={() => setRecording(true)}>{copy.add}</Button>}
      </div>
      <Loaded query={query}>
        {(transfers) =>
          transfers.length === 0 ? (
            <p className="quiet">{copy.none}</p>
          ) : (
            <>
              <OldBallots transfers={transfers} />
              <TransferTable transfers={transfers} />
            </>
          )
        }
      </Loaded>
      {recording && <TitleTransferDialog household={house} onClose={() => setRecording(false)} />}
    </section>
  );
}

/** Ballots from before a transfer that count until the new owner casts one. */
function OldBallots({ transfers }: { transfers: TitleTransfer[] }) {
  const rounds = new Map(transfers.flatMap((each) => each.openRoundsWithBallot).map((round) => [round.roundId, round]));
  if (rounds.size === 0) return null;
  return (
    <Alert
      type="warning"
      title={copy.openRoundsTitle}
      description={
        <ul>
          {[...rounds.values()].map((round) => (
            <li key={round.roundId}>{copy.openRound(round.title)}</li>
          ))}
        </ul>
      }
    />
  );
}

function TransferTable({ transfers }: { transfers: TitleTransfer[] }) {
  return (
    <DataTable<TitleTransfer>
      aria-label={copy.caption}
      rowKey="id"
      rows={transfers}
      minWidth={720}
      columns={[
        { title: copy.on, render: (_, item) => <span className="nowrap">{formatDate(item.transferredOn)}</span> },
        {
          title: copy.owners,
          render: (_, item) => copy.change(item.formerOwnerNames.join('、'), item.newOwnerNames.join('、')),
        },
        { title: copy.document, render: (_, item) => <span className="nowrap">{item.documentNumberMasked}</span> },
        {
          title: copy.recorded,
          render: (_, item) => (
            <>
              <span className="nowrap">{copy.by(item.recordedByName, formatDay(item.recordedAt))}</span>
              {item.note && <div className="quiet small full-text">{item.note}</div>}
            </>
          ),
        },
      ]}
    />
  );
}
