import { formatStamp, roleLabels, type AuditEvent } from '@jiati/contracts';
import { Link } from 'react-router-dom';
import { DataTable } from '../../components/data-table';
import { audit as copy } from '../../copy/audit';
import { actionWords, detailWords, loggedHelperWords, subjectWords } from '../../lib/audit-words';

interface AuditTableProps {
  events: readonly AuditEvent[];
  /** Given where one may narrow down to a person. */
  onPerson?: (event: AuditEvent) => void;
}

/** The log as it is read: when, who, what, to what, and what it says about itself. */
export function AuditTable({ events, onPerson }: AuditTableProps) {
  return (
    <DataTable<AuditEvent>
      aria-label={copy.caption}
      rowKey="id"
      rows={events}
      rowsPerPage={100_000}
      minWidth={740}
      columns={[
        { title: copy.at, render: (_, event) => <span className="nowrap">{formatStamp(event.at)}</span> },
        { title: copy.actor, render: (_, event) => <Actor event={event} onPerson={onPerson} /> },
        { title: copy.action, render: (_, event) => <strong>{actionWords(event.action)}</strong> },
        { title: copy.subject, render: (_, event) => <Subject event={event} /> },
        {
          title: copy.detail,
          render: (_, event) => detailWords(event.detail).map((part) => <div key={part}>{part}</div>),
        },
      ]}
    />
  );
}

function Actor({ event, onPerson }: { event: AuditEvent; onPerson: AuditTableProps['onPerson'] }) {
  if (event.actorId === null || event.actorName === null) return <span className="quiet">{copy.nobody}</span>;
  return (
    <>
      {onPerson ? (
        <button
          type="button"
          className="text-link"
          aria-label={copy.onlyThis(event.actorName)}
          onClick={() => onPerson(event)}
        >
          {event.actorName}
        </button>
      ) : (
        event.actorName
      )}
      <div className="quiet small nowrap">{event.actorRole && roleLabels[event.actorRole]}</div>
      {event.helper && <div className="quiet small">{copy.helper(loggedHelperWords(event.helper))}</div>}
    </>
  );
}

/** Leads to the page of what it is about, where there is one. */
const pageOf: Record<string, (id: string) => string> = {
  household: (id) => `/households/${id}`,
  round: (id) => `/rounds/${id}`,
  case: (id) => `/cases/${id}`,
  submission: (id) => `/reviews/${id}`,
};

function Subject({ event: { subjectKind, subjectId, estateName } }: { event: AuditEvent }) {
  const page = pageOf[subjectKind];
  const words = subjectWords(subjectKind);
  return (
    <>
      <span className="nowrap">{page ? <Link to={page(subjectId)}>{words}</Link> : words}</span>
      {estateName && <div className="quiet small nowrap">{estateName}</div>}
    </>
  );
}
