import { formatMoment, roundStateLabels } from '@jiati/contracts';
import { Radio, Select } from 'antd';
import { Link, useSearchParams } from 'react-router-dom';
import { useEstates } from '../../api/roll';
import { useDeskRole } from '../../api/session';
import { useRounds } from '../../api/rounds';
import type { RoundState, RoundSummary } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { ButtonLink } from '../../components/button-link';
import { Loaded } from '../../components/loaded';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { RoundStateTag } from '../../components/round-state-tag';
import { gateBrief } from '../../copy/gates';
import { rounds as copy } from '../../copy/rounds';
import { mayOpen, mayWrite } from '../../lib/desks';

const states: RoundState[] = ['draft', 'open', 'closed', 'announced', 'void'];

const isState = (text: string): text is RoundState => text in roundStateLabels;

/** The rounds, newest first; the filters stand in the address, so a link can name them. */
export function RoundsPage() {
  const [params, setParams] = useSearchParams();
  const state = params.get('state') ?? '';
  const estateId = params.get('estateId') ?? '';
  const query = useRounds({ ...(isState(state) ? { state } : {}), ...(estateId ? { estateId } : {}) });
  const role = useDeskRole();
  const seesRoll = mayOpen(role, 'roll');
  const estates = useEstates(seesRoll).data ?? [];
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
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
            value={state}
            onChange={(event) => set('state', event.target.value as string)}
            options={[
              { value: '', label: copy.allStates },
              ...states.map((value) => ({ value, label: roundStateLabels[value] })),
            ]}
          />
          {seesRoll && (
            <Select
              aria-label={copy.estateFilter}
              style={{ minWidth: 180 }}
              popupMatchSelectWidth={false}
              value={estateId}
              onChange={(value) => set('estateId', value)}
              options={[
                { value: '', label: copy.allEstates },
                ...estates.map((item) => ({ value: item.id, label: item.name })),
              ]}
            />
          )}
        </div>
        <Loaded query={query}>
          {(list) => {
            if (list.length > 0) return <RoundTable rounds={list} linksReviews={mayOpen(role, 'reviews')} />;
            return state || estateId ? (
              <NothingHere title={copy.emptyFiltered}>{copy.emptyFilteredHint}</NothingHere>
            ) : (
              <NothingHere title={copy.emptyTitle} action={create}>
                {copy.empty}
              </NothingHere>
            );
          }}
        </Loaded>
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
