import { Link } from 'react-router-dom';
import { useEstates } from '../../api/roll';
import { useDeskRole } from '../../api/session';
import type { EstateSummary } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { ButtonLink } from '../../components/button-link';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { Paged } from '../../components/paged';
import { SearchField } from '../../components/search-field';
import { useFilters } from '../../components/use-filters';
import { common } from '../../copy/common';
import { roll } from '../../copy/roll';
import { mayWrite } from '../../lib/desks';

const copy = roll.estates;

/** The estates whose roll is kept here. */
export function EstatesPage() {
  const { params, set } = useFilters();
  const q = params.get('q') ?? '';
  const list = useEstates(q);
  // Three estates need no search.
  const isLong = q !== '' || list.hasNextPage || (list.data?.pages.length ?? 0) > 1;
  const importLink = mayWrite(useDeskRole()) && (
    <ButtonLink primary to="/roll/import">
      {copy.importFile}
    </ButtonLink>
  );
  return (
    <Page title={copy.title} lead={copy.lead} actions={importLink}>
      <div className="stack-tight">
        {isLong && (
          <div className="row">
            <SearchField label={copy.find} maxLength={60} value={q} onSearch={(text) => set({ q: text })} />
          </div>
        )}
        <Paged
          list={list}
          rowsOf={(page) => page.estates}
          isFiltered={q !== ''}
          empty={
            <NothingHere title={copy.emptyTitle} action={importLink}>
              {copy.empty}
            </NothingHere>
          }
        >
          {(estates) => <EstateTable estates={estates} />}
        </Paged>
      </div>
    </Page>
  );
}

function EstateTable({ estates }: { estates: EstateSummary[] }) {
  return (
    <DataTable<EstateSummary>
      aria-label={copy.caption}
      rowKey="id"
      rows={estates}
      rowsPerPage={100_000}
      minWidth={720}
      columns={[
        {
          title: copy.name,
          fixed: 'left',
          render: (_, estate) => <Link to={`/roll/${estate.id}`}>{estate.name}</Link>,
        },
        { title: copy.place, render: (_, estate) => `${estate.town}${common.separator}${estate.neighbourhood}` },
        { title: copy.stairwells, dataIndex: 'stairwellCount', align: 'right' },
        { title: copy.households, dataIndex: 'householdCount', align: 'right' },
        {
          title: copy.unknownAreas,
          dataIndex: 'unknownAreaCount',
          align: 'right',
          render: (count: number) =>
            count > 0 ? <span className="waiting-text">{common.households(count)}</span> : common.none,
        },
      ]}
    />
  );
}
