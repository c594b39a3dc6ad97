import {
  bindingMethodLabels,
  documentKindLabels,
  formatDate,
  formatDay,
  formatRoom,
  relationLabels,
  type OfficeBinding,
} from '@jiati/contracts';
import { Link } from 'react-router-dom';
import { paperPhotoUrl } from '../../api/reviews';
import { BindingStateTag } from '../../components/binding-state-tag';
import { DataTable } from '../../components/data-table';
import { bindings as copy } from '../../copy/bindings';
import { BindingActions } from './binding-actions';

interface BindingTableProps {
  rows: readonly OfficeBinding[];
  /** On the page of a household its name is not repeated. */
  ofOneHousehold?: boolean;
  /** Whether something may be changed here. */
  writes: boolean;
}

/** Who is bound where, by what, and until when. Numbers come masked and are shown as they come. */
export function BindingTable({ rows, ofOneHousehold = false, writes }: BindingTableProps) {
  return (
    <DataTable<OfficeBinding>
      aria-label={copy.caption}
      rowKey="id"
      rows={rows}
      rowsPerPage={10_000}
      minWidth={ofOneHousehold ? 660 : 740}
      columns={[
        ...(ofOneHousehold
          ? []
          : [
              {
                title: copy.household,
                render: (_: unknown, item: OfficeBinding) => (
                  <>
                    <Link to={`/households/${item.householdId}`}>{formatRoom(item.roomNo)}</Link>
                    <div className="quiet small">{item.place}</div>
                  </>
                ),
              },
            ]),
        {
          title: copy.person,
          render: (_, item) => (
            <>
              <span className="nowrap">{item.personName}</span>
              <div className="quiet small nowrap">{item.phoneMasked ?? copy.noPhone}</div>
            </>
          ),
        },
        {
          title: copy.relationColumn,
          render: (_, item) => <span className="nowrap">{relationLabels[item.relation]}</span>,
        },
        { title: copy.how, render: (_, item) => <How binding={item} /> },
        { title: copy.state, render: (_, item) => <Standing binding={item} /> },
        ...(writes
          ? [{ title: copy.actions, render: (_: unknown, item: OfficeBinding) => <BindingActions binding={item} /> }]
          : []),
      ]}
    />
  );
}

function How({ binding: { method, evidence, personName } }: { binding: OfficeBinding }) {
  return (
    <>
      <span className="nowrap">{bindingMethodLabels[method]}</span>
      {evidence && (
        <div className="quiet small">
          {copy.evidence(documentKindLabels[evidence.documentKind], evidence.documentNumberMasked)}{' '}
          {evidence.photoId && (
            <a
              className="nowrap underlined"
              href={paperPhotoUrl(evidence.photoId)}
              target="_blank"
              rel="noreferrer"
              aria-label={copy.photoOf(personName)}
            >
              {copy.photo}
            </a>
          )}
        </div>
      )}
    </>
  );
}

function Standing({ binding }: { binding: OfficeBinding }) {
  const { state, createdAt, decidedAt, expiresOn, endedAt, endedByName, endCause, endReason } = binding;
  return (
    <>
      <BindingStateTag state={state} />
      <div className="quiet small">
        {endedAt ? (
          <>
            {copy.endedBy(endCause === 'self' ? null : endedByName, formatDay(endedAt))}
            {endCause && <div>{copy.causes[endCause]}</div>}
            {endReason && <div>{endReason}</div>}
          </>
        ) : (
          <>
            <div>{decidedAt ? copy.since(formatDay(decidedAt)) : copy.asked(formatDay(createdAt))}</div>
            {expiresOn && <div>{copy.until(formatDate(expiresOn))}</div>}
          </>
        )}
      </div>
    </>
  );
}
