import { Checkbox, Input } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useEstate, useStairwells } from '../../api/roll';
import { useDeskRole } from '../../api/session';
import type { StairwellSummary } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { ButtonLink } from '../../components/button-link';
import { Loaded } from '../../components/loaded';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { RoundStateTag } from '../../components/round-state-tag';
import { common } from '../../copy/common';
import { stageLabels } from '@jiati/contracts';
import { roll } from '../../copy/roll';
import { mayWrite } from '../../lib/desks';

const copy = roll.estate;

/** The stairwells of one estate, as many rows as there would be lifts. */
export function EstatePage() {
  const { estateId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const query = useStairwells(estateId);
  const writes = mayWrite(useDeskRole());
  const estate = useEstate(estateId).data;
  const sum = (count: (stairwell: StairwellSummary) => number) =>
    (query.data ?? []).reduce((total, item) => total + count(item), 0);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const find = params.get('find') ?? '';
  const onlyUnknown = params.get('unknown') === '1';
  return (
    <Page
      title={estate?.name ?? copy.fallbackTitle}
      back={{ to: '/roll', label: copy.back }}
      lead={
        query.data &&
        copy.lead(
          query.data.length,
          sum((item) => item.householdCount),
          sum((item) => item.unknownAreaCount),
        )
      }
      actions={
        <>
          <ButtonLink to={`/roll/${estateId}/posters`}>{copy.allPosters}</ButtonLink>
          {writes && <ButtonLink to={`/roll/import?estate=${estateId}`}>{copy.importAgain}</ButtonLink>}
        </>
      }
    >
      <Loaded query={query}>
        {(stairwells) => {
          const shown = stairwells.filter(
            (item) =>
              `${item.buildingName}${item.name}`.includes(find.trim()) && (!onlyUnknown || item.unknownAreaCount > 0),
          );
          if (stairwells.length === 0) return <NothingHere title={copy.emptyTitle}>{copy.empty}</NothingHere>;
          return (
            <div className="stack-tight">
              <div className="row">
                <Input
                  allowClear
                  className="filter-input"
                  aria-label={copy.find}
                  placeholder={copy.find}
                  value={find}
                  onChange={(event) => set('find', event.target.value)}
                />
                <Checkbox checked={onlyUnknown} onChange={(event) => set('unknown', event.target.checked ? '1' : '')}>
                  {copy.onlyUnknown}
                </Checkbox>
              </div>
              {shown.length === 0 ? (
                <NothingHere title={copy.noneMatch}>{copy.noneMatchHint}</NothingHere>
              ) : (
                <StairwellTable estateId={estateId} stairwells={shown} />
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}

function StairwellTable({ estateId, stairwells }: { estateId: string; stairwells: StairwellSummary[] }) {
  return (
    <DataTable<StairwellSummary>
      aria-label={copy.caption}
      rowKey="id"
      rows={stairwells}
      minWidth={760}
      columns={[
        {
          title: copy.stairwell,
          fixed: 'left',
          render: (_, item) => (
            <Link className="nowrap" to={`/roll/${estateId}/${item.id}`}>
              {item.buildingName}
              {common.separator}
              {item.name}
            </Link>
          ),
        },
        { title: copy.households, dataIndex: 'householdCount', align: 'right' },
        { title: copy.floors, dataIndex: 'floorCount', align: 'right' },
        {
          title: copy.unknownAreas,
          dataIndex: 'unknownAreaCount',
          align: 'right',
          render: (count: number) =>
            count > 0 ? <span className="waiting-text">{common.households(count)}</span> : common.none,
        },
        {
          title: copy.interest,
          align: 'right',
          render: (_, item) => (
            <span className="nowrap">{copy.interestValue(item.registeredInterest, item.householdCount)}</span>
          ),
        },
        { title: copy.stage, render: (_, item) => stageLabels[item.stage] },
        {
          title: copy.round,
          render: (_, item) =>
            item.round ? (
              <Link to={`/rounds/${item.round.id}`}>
                <RoundStateTag state={item.round.state} />
              </Link>
            ) : (
              <span className="quiet nowrap">{copy.noRound}</span>
            ),
        },
        {
          title: copy.poster,
          render: (_, item) => (
            <Link
              to={`/roll/${estateId}/posters?stairwell=${item.id}`}
              aria-label={copy.posterOf(`${item.buildingName}${item.name}`)}
            >
              {copy.poster}
            </Link>
          ),
        },
      ]}
    />
  );
}
