import { formatDay, type Dispute } from '@jiati/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useDisputes } from '../../api/disputes';
import { OpenDisputeDialog, SettleDisputeDialog } from '../../components/dispute-dialogs';
import { Loaded } from '../../components/loaded';
import { StateTag } from '../../components/state-tag';
import { disputes } from '../../copy/disputes';
import { household as copy } from '../../copy/household';
import './household-page.css';

/** What is or was disputed about a household; one at a time may be open. */
export function HouseholdDisputes({
  householdId,
  place,
  writes,
}: {
  householdId: string;
  place: string;
  writes: boolean;
}) {
  const query = useDisputes({ householdId });
  const [opening, setOpening] = useState(false);
  const [settling, setSettling] = useState<Dispute | null>(null);
  // The open one comes first.
  const hasOpen = query.data?.pages[0]?.disputes.some((dispute) => dispute.settledAt === null) ?? true;
  return (
    <section className="card stack-tight" aria-labelledby="household-disputes">
      <div className="row-spread">
        <h2 id="household-disputes">{copy.disputes}</h2>
        {writes && !hasOpen && <Button onClick={() => setOpening(true)}>{disputes.open}</Button>}
      </div>
      <Loaded query={query}>
        {({ pages }) =>
          pages[0]?.disputes.length === 0 ? (
            <p className="quiet">{copy.disputesNone}</p>
          ) : (
            <ul className="event-list">
              {pages[0]?.disputes.map((dispute) => (
                <li key={dispute.id}>
                  <div className="row-spread">
                    <StateTag tone={dispute.settledAt ? 'calm' : 'problem'}>
                      {dispute.settledAt ? disputes.states.settled : disputes.states.open}
                    </StateTag>
                    {writes && !dispute.settledAt && (
                      <Button onClick={() => setSettling(dispute)}>{disputes.settle}</Button>
                    )}
                  </div>
                  <p className="full-text">{dispute.reason}</p>
                  <p className="quiet small">{disputes.by(dispute.openedByName, formatDay(dispute.openedAt))}</p>
                  {dispute.settledAt && (
                    <>
                      <p className="full-text">{dispute.settlement}</p>
                      <p className="quiet small">
                        {disputes.by(dispute.settledByName ?? '', formatDay(dispute.settledAt))}
                      </p>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <OpenDisputeDialog open={opening} householdId={householdId} place={place} onClose={() => setOpening(false)} />
      <SettleDisputeDialog dispute={settling} onClose={() => setSettling(null)} />
    </section>
  );
}
