import { Link } from 'react-router-dom';
import { useEstates } from '../../api/roll';
import { useDeskRole } from '../../api/session';
import type { EstateSummary } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { ButtonLink } from '../../components/button-link';
import { Loaded } from '../../components/loaded';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { common } from '../../copy/common';
import { roll } from '../../copy/roll';
import { mayWrite } from '../../lib/desks';

const copy = roll.estates;

/** The estates whose roll is kept here. */
export function EstatesPage() {
  const query = useEstates();
  const importLink = mayWrite(useDeskRole()) && (
    <ButtonLink primary to="/roll/import">
      {copy.importFile}
    </ButtonLink>
  );
  return (
    <Page title={copy.title} lead={copy.lead} actions={importLink}>
      <Loaded query={query}>
        {(estates) =>
          estates.length === 0 ? (
            <NothingHere title={copy.emptyTitle} action={importLink}>
              {copy.empty}
            </NothingHere>
          ) : (
            <EstateTable estates={estates} />
          )
        }
      </Loaded>
    </Page>
  );
}

function EstateTable({ estates }: { estates: EstateSummary[] }) {
  return (
    <DataTable<EstateSummary>
      aria-label={copy.caption}
      rowKey="id"
      rows={estates}
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
