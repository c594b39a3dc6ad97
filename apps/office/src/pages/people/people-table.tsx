import { formatDate, formatDay, roleLabels, type Person } from '@jiati/contracts';
import { Button } from 'antd';
import { useSession } from '../../api/session';
import { DataTable } from '../../components/data-table';
import { MaskedPhone } from '../../components/masked-phone';
import { StateTag } from '../../components/state-tag';
import { common } from '../../copy/common';
import { people as copy } from '../../copy/people';
import { placeKindOf, type Stewardship } from '../../lib/desks';
import { wallClock } from '../../lib/shanghai';

interface PeopleTableProps {
  people: readonly Person[];
  stewardship: Stewardship;
  /** Whether whoever looks may ask for a whole telephone number. */
  asksPhones: boolean;
  onOpen: (what: 'assign' | 'remit' | 'account', person: Person) => void;
}

/** One row a person: what they are, where they have a say, and whether they can sign in. */
export function PeopleTable({ people, stewardship, asksPhones, onOpen }: PeopleTableProps) {
  const { session } = useSession();
  return (
    <DataTable<Person>
      aria-label={copy.caption}
      rowKey="accountId"
      rows={people}
      rowsPerPage={100_000}
      minWidth={740}
      columns={[
        { title: copy.name, render: (_, person) => <Who person={person} asksPhones={asksPhones} /> },
        {
          title: copy.remits,
          render: (_, person) => <Places person={person} />,
        },
        { title: copy.standing, render: (_, person) => <Standing person={person} /> },
        ...(stewardship.manages.length === 0
          ? []
          : [
              {
                title: copy.actions,
                render: (_: unknown, person: Person) =>
                  person.accountId === session?.account.id ? (
                    <span className="quiet">{copy.me}</span>
                  ) : (
                    stewardship.manages.includes(person.role) && (
                      <Actions person={person} assigns={asksPhones} onOpen={onOpen} />
                    )
                  ),
              },
            ]),
      ]}
    />
  );
}

function Who({ person, asksPhones }: { person: Person; asksPhones: boolean }) {
  return (
    <>
      <strong>{person.displayName}</strong>
      <div className="quiet small nowrap">
        {roleLabels[person.role]}
        {person.username && common.separator + person.username}
      </div>
      {person.phoneMasked && (
        <MaskedPhone
          masked={person.phoneMasked}
          name={person.displayName}
          whose={{ person: person.accountId }}
          mayAsk={asksPhones}
        />
      )}
    </>
  );
}

function Places({ person }: { person: Person }) {
  const today = wallClock(new Date()).date;
  if (person.role === 'auditor') return <>{copy.everywhere}</>;
  if (person.role === 'operator') return <>{copy.accounts}</>;
  const places = person.assignments
    ? person.assignments.map((item) => ({ key: item.stairwellId, ...item }))
    : person.remits.map((item) => ({ key: item.id, ...item }));
  if (places.length === 0)
    return <span className="quiet">{person.role === 'volunteer' ? copy.none : copy.noRemit}</span>;
  return (
    <>
      {places.map(({ key, label, expiresOn }) => (
        <div key={key} className={expiresOn !== null && expiresOn < today ? 'keep-words waiting-text' : 'keep-words'}>
          {expiresOn === null
            ? label
            : expiresOn < today
              ? copy.expired(label)
              : copy.until(label, formatDate(expiresOn))}
        </div>
      ))}
    </>
  );
}

function Standing({ person }: { person: Person }) {
  return (
    <>
      {person.disabledAt && <StateTag tone="problem">{copy.disabled}</StateTag>}
      {person.username && (
        <div className={person.secondFactor ? 'small' : 'small waiting-text'}>
          {person.secondFactor ? copy.secondFactor : copy.noSecondFactor}
        </div>
      )}
      <div className="quiet small nowrap">
        {person.lastSeenAt ? copy.lastSeen(formatDay(person.lastSeenAt)) : copy.neverSeen}
      </div>
    </>
  );
}

function Actions({
  person,
  assigns,
  onOpen,
}: {
  person: Person;
  assigns: boolean;
  onOpen: PeopleTableProps['onOpen'];
}) {
  const kind = placeKindOf[person.role];
  // Stairwells are chosen from the roll, which an operator does not see.
  const givesPlaces = kind !== null && (kind !== 'stairwell' || assigns);
  return (
    <span className="row">
      {person.role === 'volunteer' && assigns && (
        <Button onClick={() => onOpen('assign', person)} aria-label={copy.assignTo(person.displayName)}>
          {copy.assign}
        </Button>
      )}
      {givesPlaces && (
        <Button onClick={() => onOpen('remit', person)} aria-label={copy.remitOf(person.displayName)}>
          {copy.remit}
        </Button>
      )}
      <Button onClick={() => onOpen('account', person)} aria-label={copy.manageOf(person.displayName)}>
        {copy.manage}
      </Button>
    </span>
  );
}
