import { roleLabels, type Person, type PersonRole } from '@jiati/contracts';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { usePeople } from '../../api/people';
import { useDeskRole } from '../../api/session';
import { NothingHere } from '../../components/nothing-here';
import { Page } from '../../components/page';
import { Paged } from '../../components/paged';
import { SearchField } from '../../components/search-field';
import { chosenOf, useFilters } from '../../components/use-filters';
import { people as copy } from '../../copy/people';
import { stewardshipOf } from '../../lib/desks';
import { AccountDialog } from './account-dialog';
import { AddStaffDialog } from './add-staff-dialog';
import { AddVolunteerDialog } from './add-volunteer-dialog';
import { AssignDialog } from './assign-dialog';
import { PeopleTable } from './people-table';
import { RemitDialog } from './remit-dialog';
import { TemporaryPasswordDialog, type NewPassword } from './temporary-password-dialog';

/** Who works for the office or helps it: their places, their sign-in, and what may be done about it. */
export function PeoplePage() {
  const desk = useDeskRole();
  const stewardship = stewardshipOf(desk);
  const { params, set } = useFilters();
  const labels = Object.fromEntries(stewardship.sees.map((role) => [role, roleLabels[role]]));
  // An officer comes here for the volunteers; the others for everyone.
  const usual = desk === 'officer' ? 'volunteer' : undefined;
  const shown = params.get('role') === 'all' ? undefined : (chosenOf(params, 'role', labels) ?? usual);
  // Not in the address: it may be a telephone number.
  const [q, setQ] = useState('');
  const list = usePeople({ role: shown as PersonRole | undefined, q: q || undefined });
  const [adding, setAdding] = useState<'volunteer' | 'staff' | null>(null);
  const [open, setOpen] = useState<{ what: 'assign' | 'remit' | 'account'; person: Person } | null>(null);
  const [password, setPassword] = useState<NewPassword | null>(null);
  const addVolunteer = desk === 'officer' && (
    <Button type="primary" onClick={() => setAdding('volunteer')}>
      {copy.add}
    </Button>
  );
  const close = () => setOpen(null);
  return (
    <Page
      title={copy.title}
      lead={desk === 'officer' || desk === 'operator' ? copy.lead[desk] : copy.lead.auditor}
      actions={
        stewardship.makes.length > 0 && (
          <>
            <Button type={desk === 'operator' ? 'primary' : 'default'} onClick={() => setAdding('staff')}>
              {copy.addStaff}
            </Button>
            {addVolunteer}
          </>
        )
      }
    >
      <div className="stack-tight">
        <div className="row">
          <Radio.Group
            optionType="button"
            aria-label={copy.filter}
            value={shown ?? 'all'}
            onChange={(event) => set({ role: event.target.value as string })}
            options={[
              ...Object.entries(labels).map(([value, label]) => ({ value, label })),
              { value: 'all', label: copy.all },
            ]}
          />
          <SearchField label={copy.find} maxLength={40} value={q} onSearch={setQ} />
        </div>
        <Paged
          list={list}
          rowsOf={(page) => page.people}
          isFiltered={q !== ''}
          empty={
            shown === 'volunteer' ? (
              <NothingHere title={copy.emptyTitle} action={addVolunteer}>
                {copy.empty}
              </NothingHere>
            ) : (
              <NothingHere title={copy.emptyOthers} />
            )
          }
        >
          {(people) => (
            <PeopleTable
              people={people}
              stewardship={stewardship}
              asksPhones={desk === 'officer'}
              onOpen={(what, person) => setOpen({ what, person })}
            />
          )}
        </Paged>
      </div>
      <AddVolunteerDialog open={adding === 'volunteer'} onClose={() => setAdding(null)} />
      {adding === 'staff' && (
        <AddStaffDialog makes={stewardship.makes} onClose={() => setAdding(null)} onAdded={setPassword} />
      )}
      {open?.what === 'assign' && <AssignDialog volunteer={open.person} onClose={close} />}
      {open?.what === 'remit' && <RemitDialog person={open.person} onClose={close} />}
      {open?.what === 'account' && <AccountDialog person={open.person} onClose={close} onPassword={setPassword} />}
      <TemporaryPasswordDialog made={password} onClose={() => setPassword(null)} />
    </Page>
  );
}
