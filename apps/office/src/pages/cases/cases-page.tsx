import { daysUntil, formatMoment, type Case } from '@jiati/contracts';
import { Link } from 'react-router-dom';
import { useCases } from '../../api/cases';
import { DataTable } from '../../components/data-table';
import { EstateFilter, LabelFilter } from '../../components/list-filters';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { Paged } from '../../components/paged';
import { RoundFilter } from '../../components/round-filter';
import { StateTag } from '../../components/state-tag';
import { chosenOf, useFilters } from '../../components/use-filters';
import { cases as copy } from '../../copy/cases';

/** Households whose answers differ, the unsettled ones first. */
export function CasesPage() {
  const { params, set } = useFilters();
  const estateId = params.get('estateId') ?? '';
  const roundId = params.get('roundId') ?? '';
  const state = chosenOf(params, 'state', copy.states);
  const list = useCases({ estateId: estateId || undefined, roundId: roundId || undefined, state });
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
          <RoundFilter
            label={copy.round}
            all={copy.allRounds}
            value={roundId}
            onChange={(value) => set({ roundId: value })}
          />
        </div>
        <Paged
          list={list}
          rowsOf={(page) => page.cases}
          isFiltered={params.size > 0}
          empty={<NothingHere title={copy.emptyTitle}>{copy.empty}</NothingHere>}
        >
          {(rows) => <CaseTable rows={rows} />}
        </Paged>
      </div>
    </Page>
  );
}

function CaseTable({ rows }: { rows: Case[] }) {
  const now = new Date();
  return (
    <DataTable<Case>
      aria-label={copy.caption}
      rowKey="id"
      rows={rows}
      rowsPerPage={100_000}
      minWidth={760}
      columns={[
        {
          title: copy.place,
          render: (_, item) => (
            <>
              <Link to={`/cases/${item.id}`}>{copy.room(item.place, item.roomNo)}</Link>
              <div className="quiet small">{item.roundTitle}</div>
            </>
          ),
        },
        {
          title: copy.opened,
          render: (_, item) => (
            <>
              <div className="nowrap">{formatMoment(item.openedAt)}</div>
              {item.state === 'open' && (
                <div className="quiet small nowrap">{copy.waited(-daysUntil(item.openedAt, now))}</div>
              )}
            </>
          ),
        },
        {
          title: copy.outcome,
          render: (_, item) =>
            item.outcome && item.settledAt ? (
              <>
                <div>{copy.outcomes[item.outcome]}</div>
                <div className="quiet small nowrap">{formatMoment(item.settledAt)}</div>
              </>
            ) : (
              <StateTag tone="waiting">{copy.states.open}</StateTag>
            ),
        },
      ]}
    />
  );
}
