import { formatDay, formatRoom, type Dispute } from '@jiati/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useDisputes } from '../../api/disputes';
import { useDeskRole } from '../../api/session';
import { ButtonLink } from '../../components/button-link';
import { DataTable } from '../../components/data-table';
import { SettleDisputeDialog } from '../../components/dispute-dialogs';
import { EstateFilter, LabelFilter } from '../../components/list-filters';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { Paged } from '../../components/paged';
import { StateTag } from '../../components/state-tag';
import { chosenOf, useFilters } from '../../components/use-filters';
import { disputes as copy } from '../../copy/disputes';
import { mayWrite } from '../../lib/desks';

/** Which households are disputed, and how it ended. */
export function DisputesPage() {
  const { params, set } = useFilters();
  const estateId = params.get('estateId') ?? '';
  const state = chosenOf(params, 'state', copy.states);
  const list = useDisputes({ estateId: estateId || undefined, state });
  const [settling, setSettling] = useState<Dispute | null>(null);
  const writes = mayWrite(useDeskRole());
  return (
    <Page title={copy.title} lead={copy.lead}>
      <div className="stack-tight">
        <div className="row">
          <LabelFilter
            label={copy.state}
            all={copy.allStates}
            labels={copy.states}
            value={state ?? ''}
            onChange={(value) => set({ state: value })}
          />
          <EstateFilter value={estateId} onChange={(value) => set({ estateId: value })} />
        </div>
        <Paged
          list={list}
          rowsOf={(page) => page.disputes}
          isFiltered={params.size > 0}
          empty={
            <NothingHere title={copy.emptyTitle} action={<ButtonLink to="/roll">{copy.goRoll}</ButtonLink>}>
              {copy.empty}
            </NothingHere>
          }
        >
          {(disputes) => <DisputeTable disputes={disputes} onSettle={writes ? setSettling : undefined} />}
        </Paged>
      </div>
      <SettleDisputeDialog dispute={settling} onClose={() => setSettling(null)} />
    </Page>
  );
}

function DisputeTable({
  disputes,
  onSettle,
}: {
  disputes: Dispute[];
  onSettle: ((dispute: Dispute) => void) | undefined;
}) {
  return (
    <DataTable<Dispute>
      aria-label={copy.caption}
      rowKey="id"
      rows={disputes}
      rowsPerPage={100_000}
      minWidth={860}
      columns={[
        {
          title: copy.household,
          render: (_, item) => (
            <>
              <Link to={`/households/${item.householdId}`}>{formatRoom(item.roomNo)}</Link>
              <div className="quiet small">{item.place}</div>
            </>
          ),
        },
        { title: copy.reason, render: (_, item) => <span className="full-text">{item.reason}</span> },
        {
          title: copy.opened,
          render: (_, item) => (
            <>
              <div className="nowrap">{formatDay(item.openedAt)}</div>
              <div className="quiet small">{item.openedByName}</div>
            </>
          ),
        },
        {
          title: copy.settlement,
          render: (_, item) =>
            item.settledAt ? (
              <>
                <div className="full-text">{item.settlement}</div>
                <div className="quiet small">{copy.by(item.settledByName ?? '', formatDay(item.settledAt))}</div>
              </>
            ) : (
              <span className="row">
                <StateTag tone="problem">{copy.states.open}</StateTag>
                {onSettle && (
                  <Button
                    size="small"
                    onClick={() => onSettle(item)}
                    aria-label={copy.settleOf(`${item.place} ${formatRoom(item.roomNo)}`)}
                  >
                    {copy.settle}
                  </Button>
                )}
              </span>
            ),
        },
      ]}
    />
  );
}
