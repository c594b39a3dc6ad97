import { formatDate } from '@jiati/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useVolunteers } from '../../api/people';
import type { Volunteer } from '@jiati/contracts';
import { DataTable } from '../../components/data-table';
import { Loaded } from '../../components/loaded';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { people as copy } from '../../copy/people';
import { wallClock } from '../../lib/shanghai';
import { AddVolunteerDialog } from './add-volunteer-dialog';
import { AssignDialog } from './assign-dialog';

/** The volunteers, and which stairwells each may enter until when. */
export function PeoplePage() {
  const query = useVolunteers();
  const [adding, setAdding] = useState(false);
  const [assigning, setAssigning] = useState<Volunteer | null>(null);
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {copy.add}
    </Button>
  );
  return (
    <Page title={copy.title} lead={copy.lead} actions={add}>
      <Loaded query={query}>
        {(volunteers) =>
          volunteers.length === 0 ? (
            <NothingHere title={copy.emptyTitle} action={add}>
              {copy.empty}
            </NothingHere>
          ) : (
            <VolunteerTable volunteers={volunteers} onAssign={setAssigning} />
          )
        }
      </Loaded>
      <AddVolunteerDialog open={adding} onClose={() => setAdding(false)} />
      {assigning && <AssignDialog volunteer={assigning} onClose={() => setAssigning(null)} />}
    </Page>
  );
}

function VolunteerTable({
  volunteers,
  onAssign,
}: {
  volunteers: Volunteer[];
  onAssign: (volunteer: Volunteer) => void;
}) {
  const today = wallClock(new Date()).date;
  return (
    <DataTable<Volunteer>
      aria-label={copy.caption}
      rowKey="accountId"
      rows={volunteers}
      minWidth={640}
      columns={[
        { title: copy.name, fixed: 'left', render: (_, item) => <strong>{item.displayName}</strong> },
        { title: copy.phone, dataIndex: 'phoneMasked', className: 'nowrap' },
        {
          title: copy.assignments,
          render: (_, item) =>
            item.assignments.length === 0 ? (
              <span className="quiet">{copy.none}</span>
            ) : (
              item.assignments.map((assignment) => (
                <div key={assignment.stairwellId} className={assignment.expiresOn < today ? 'waiting-text' : ''}>
                  {assignment.expiresOn < today
                    ? copy.expired(assignment.label)
                    : copy.assignment(assignment.label, formatDate(assignment.expiresOn))}
                </div>
              ))
            ),
        },
        {
          title: copy.assign,
          render: (_, item) => (
            <Button onClick={() => onAssign(item)} aria-label={copy.assignTo(item.displayName)}>
              {copy.assign}
            </Button>
          ),
        },
      ]}
    />
  );
}
