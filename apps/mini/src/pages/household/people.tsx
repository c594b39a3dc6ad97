import { useHouseholdPeople } from '@/api/households';
import type { MyHousehold } from '@/api/wire';
import { Para, Row, Rows, SectionTitle } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { householdCopy as copy, personHint } from '@/copy/household';

/** Who is bound to the household, for those who decide for it; a tenant or relative does not see the others. */
export function People({ home }: { home: MyHousehold }) {
  const mayAsk = home.relation !== 'tenant' && home.relation !== 'relative';
  const people = useHouseholdPeople(mayAsk ? home.householdId : null);
  if (!mayAsk) return null;
  return (
    <>
      <SectionTitle>{copy.peopleTitle}</SectionTitle>
      <Loaded query={people}>
        {(all) => (
          <>
            <Rows label={copy.peopleTitle}>
              {all.map((person) => (
                <Row
                  key={person.bindingId}
                  label={person.isMe ? copy.mine(person.personName) : person.personName}
                  hint={personHint(person)}
                />
              ))}
            </Rows>
            <Para small>{all.length > 1 ? copy.peopleNote : copy.peopleOnlyMe}</Para>
          </>
        )}
      </Loaded>
    </>
  );
}
