import { type AuditEvent } from '@jiati/contracts';
import { Button } from 'antd';
import { useAuditEvents } from '../../api/audit';
import { useDeskRole } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { More } from '../../components/more';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { useFilters } from '../../components/use-filters';
import { audit as copy } from '../../copy/audit';
import { common } from '../../copy/common';
import { saveFile } from '../../lib/csv';
import { wallClock } from '../../lib/shanghai';
import { AuditFilters } from './audit-filters';
import { auditCsv } from './audit-csv';
import { filterOf } from './audit-filter';
import { AuditTable } from './audit-table';

/** Who did what: filtered by the address, read piece by piece, and handed out as a table. */
export function AuditPage() {
  const role = useDeskRole();
  const { params, set } = useFilters();
  const list = useAuditEvents(filterOf(params));
  const lead = role === 'officer' || role === 'operator' ? copy.lead[role] : copy.lead.auditor;
  // The name stays out of the address: addresses are written down in many places.
  const actorName = list.data?.pages[0]?.events[0]?.actorName ?? '';
  return (
    <Page title={copy.title} lead={lead}>
      <div className="stack-tight">
        <AuditFilters params={params} set={set} role={role} actorName={actorName} />
        <Loaded query={list}>
          {({ pages }) => {
            const events = pages.flatMap((page) => page.events);
            if (events.length === 0)
              return params.size > 0 ? (
                <NothingHere title={common.emptyFiltered}>{common.emptyFilteredHint}</NothingHere>
              ) : (
                <NothingHere title={copy.empty}>{copy.emptyHint}</NothingHere>
              );
            return (
              <>
                <AuditTable events={events} onPerson={(event) => set({ actorId: event.actorId ?? '' })} />
                <div className="row-spread">
                  <More shown={events.length} list={list} />
                  <div className="row">
                    <span className="quiet small">{copy.exportHint}</span>
                    <Button onClick={() => save(events)}>{copy.export(events.length)}</Button>
                  </div>
                </div>
              </>
            );
          }}
        </Loaded>
      </div>
    </Page>
  );
}

const save = (events: readonly AuditEvent[]) =>
  saveFile(copy.fileName(wallClock(new Date()).date), 'text/csv;charset=utf-8', auditCsv(events));
