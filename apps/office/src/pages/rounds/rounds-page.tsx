import { formatMoment, roundStateLabels } from '@jiati/contracts';
import { Radio } from 'antd';
import { Link } from 'react-router-dom';
import { useDeskRole } from '../../api/session';
import { useRounds } from '../../api/rounds';
import type { RoundState, RoundSummary } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { ButtonLink } from '../../components/button-link';
import { EstateFilter } from '../../components/list-filters';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { Paged } from '../../components/paged';
import { RoundStateTag } from '../../components/round-state-tag';
import { SearchField } from '../../components/search-field';
import { chosenOf, useFilters } from '../../components/use-filters';
import { gateBrief } from '../../copy/gates';
import { rounds as copy } from '../../copy/rounds';
import { mayOpen, mayWrite } from '../../lib/desks';

const states: RoundState[] = ['draft', 'open', 'closed', 'announced', 'void'];

/** The rounds, newest first; the filters stand in the address, so a link can name them. */
export function RoundsPage() {
  const { params, set } = useFilters();
  const state = chosenOf(params, 'state', roundStateLabels);
  const estateId = params.get('estateId') ?? '';
  const q = params.get('q') ?? '';
  const list = useRounds({ state, estateId: estateId || undefined, q: q || undefined });
  const role = useDeskRole();
  const seesRoll = mayOpen(role, 'roll');
  const create = mayWrite(role) && (
    <ButtonLink primary to="/rounds/new">
      {copy.newRound}
    </ButtonLink>
  );
  return (
    <Page title={copy.title} lead={copy.lead} actions={create}>
      <div className="stack-tight">
        <div className="row">
          <Radio.Group
            optionType="button"
            aria-label={copy.stateFilter}
            value={state ?? ''}
            onChange={(event) => set({ state: event.target.value as string })}
            options={[
              { value: '', label: copy.allStates },
              ...states.map((value) => ({ value, label: roundStateLabels[value] })),
            ]}
          />
          {seesRoll && <EstateFilter value={estateId} onChange={(value) => set({ estateId: value })} />}
        </div>
        <div className="row">
          <SearchField
            label={copy.find}
            hint={copy.findHint}
            maxLength={60}
            value={q}
            onSearch={(text) => set({ q: text })}
          />
        </div>
        <Paged
          list={list}
          rowsOf={(page) => page.rounds}
          isFiltered={params.size > 0}
          empty={
            <NothingHere title={copy.emptyTitle} action={create}>
              {copy.empty}
            </NothingHere>
          }
        >
          {(rounds) => <RoundTable rounds={rounds} linksReviews={mayOpen(role, 'reviews')} />}
        </Paged>
      </div>
    </Page>
  );
}

function RoundTable({ rounds, linksReviews }: { rounds: RoundSummary[]; linksReviews: boolean }) {
  return (
    <DataTable<RoundSummary>
      aria-label={copy.caption}
      rowKey="id"
      rows={rounds}
      rowsPerPage={100_000}
      minWidth={740}
      columns={[
        {
          title: copy.place,
          fixed: 'left',
          render: (_, round) => (
            <>
              <Link className="nowrap" to={`/rounds/${round.id}`}>
                {round.scopeLabel}
              </Link>
              <div className="quiet small">{round.title}</div>
            </>
          ),
        },
        {
          title: copy.state,
          render: (_, round) => (
            <>
              <RoundStateTag state={round.state} />
              <div className="quiet small nowrap">{copy.closesAt(formatMoment(round.closesAt))}</div>
            </>
          ),
        },
        {
          title: copy.turnout,
          render: (_, round) =>
            round.turnout.length === 0 ? (
              <span className="quiet">{copy.noTurnout}</span>
            ) : (
              round.turnout.map((check) => (
                <div key={check.gateId} className="keep-words">
                  {gateBrief(check)}
                </div>
              ))
            ),
        },
        {
          title: copy.pending,
          align: 'right',
          render: (_, round) =>
            round.pendingReviews > 0 && linksReviews ? (
              <Link to={`/reviews?state=waiting&roundId=${round.id}`}>{round.pendingReviews}</Link>
            ) : (
              round.pendingReviews
            ),
        },
      ]}
    />
  );
}
