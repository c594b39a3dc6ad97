import { Link } from 'react-router-dom';
import { useAuditEvents } from '../../api/audit';
import { Loaded } from '../../components/loaded';
import { audit } from '../../copy/audit';
import { household as copy } from '../../copy/household';
import { AuditTable } from '../audit/audit-table';

const SHOWN = 10;

/** The last things that were done to this household's entry on the roll. */
export function HouseholdHistory({ householdId }: { householdId: string }) {
  const query = useAuditEvents({ subjectKind: 'household', subjectId: householdId }, SHOWN);
  return (
    <section className="stack-tight" aria-labelledby="household-history">
      <div className="row-spread">
        <h2 id="household-history">{copy.history}</h2>
        <Link to={`/audit?subjectKind=household&subjectId=${householdId}`}>{copy.historyAll}</Link>
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const events = pages[0]?.events ?? [];
          return events.length === 0 ? <p className="quiet">{audit.empty}</p> : <AuditTable events={events} />;
        }}
      </Loaded>
    </section>
  );
}
