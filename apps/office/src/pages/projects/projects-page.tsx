import { formatDate, formatDeadline, formatPlace, stageLabels, type Project } from '@jiati/contracts';
import { Link } from 'react-router-dom';
import { useProjects } from '../../api/projects';
import { useDeskRole } from '../../api/session';
import { DataTable } from '../../components/data-table';
import { LabelFilter } from '../../components/list-filters';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { Paged } from '../../components/paged';
import { RoundStateTag } from '../../components/round-state-tag';
import { SearchField } from '../../components/search-field';
import { chosenOf, useFilters } from '../../components/use-filters';
import { common } from '../../copy/common';
import { gateBrief } from '../../copy/gates';
import { projects as copy } from '../../copy/projects';
import { mayOpen } from '../../lib/desks';

/** How far each stairwell has come: all that a committee and a contractor see, and the officer's overview. */
export function ProjectsPage() {
  const role = useDeskRole();
  const { params, set } = useFilters();
  const q = params.get('q') ?? '';
  const stage = chosenOf(params, 'stage', stageLabels);
  const list = useProjects({ stage, q: q || undefined });
  const lead = role === 'committee' || role === 'contractor' ? copy.lead[role] : copy.lead.office;
  return (
    <Page title={copy.title} lead={lead}>
      <div className="stack-tight">
        <div className="row">
          <SearchField
            label={copy.find}
            hint={copy.findHint}
            maxLength={60}
            value={q}
            onSearch={(text) => set({ q: text })}
          />
          <LabelFilter
            label={copy.stage}
            all={copy.allStages}
            labels={stageLabels}
            value={stage ?? ''}
            onChange={(value) => set({ stage: value })}
          />
        </div>
        <Paged
          list={list}
          rowsOf={(page) => page.projects}
          isFiltered={params.size > 0}
          empty={
            <NothingHere title={copy.emptyTitle}>
              {role === 'contractor' ? copy.emptyContractor : copy.empty}
            </NothingHere>
          }
        >
          {(projects) => <ProjectTable projects={projects} linksRounds={mayOpen(role, 'rounds')} />}
        </Paged>
      </div>
    </Page>
  );
}

function ProjectTable({ projects, linksRounds }: { projects: Project[]; linksRounds: boolean }) {
  return (
    <DataTable<Project>
      aria-label={copy.caption}
      rowKey="stairwellId"
      rows={projects}
      rowsPerPage={100_000}
      minWidth={740}
      columns={[
        {
          title: copy.stairwell,
          render: (_, item) => (
            <>
              <strong>{formatPlace(item.estateName, item.buildingName, item.stairwellName)}</strong>
              <div className="quiet small">{formatPlace(item.town, item.neighbourhood)}</div>
              <div className="quiet small">{common.households(item.householdCount)}</div>
            </>
          ),
        },
        {
          title: copy.stage,
          render: (_, item) => (
            <>
              <span className="nowrap">{stageLabels[item.stage]}</span>
              <div className="quiet small nowrap">{copy.since(formatDate(item.stageSinceOn))}</div>
            </>
          ),
        },
        { title: copy.round, render: (_, item) => <Round project={item} links={linksRounds} /> },
        {
          title: copy.publicPage,
          render: (_, item) => (
            <a
              className="nowrap"
              href={`/s/${item.code}`}
              target="_blank"
              rel="noreferrer"
              aria-label={copy.publicPageOf(formatPlace(item.buildingName, item.stairwellName))}
            >
              {item.code}
            </a>
          ),
        },
      ]}
    />
  );
}

function Round({ project: { round }, links }: { project: Project; links: boolean }) {
  if (!round) return <span className="quiet">{copy.noRound}</span>;
  const tag = <RoundStateTag state={round.state} />;
  return (
    <>
      <div className="row">
        {tag}
        {links && <Link to={`/rounds/${round.id}`}>{copy.seeRound}</Link>}
      </div>
      {round.turnout.map((check) => (
        <div key={check.basis} className="small keep-words">
          {gateBrief(check)}
        </div>
      ))}
      {round.state === 'open' && <div className="quiet small">{formatDeadline(round.closesAt, new Date())}</div>}
    </>
  );
}
