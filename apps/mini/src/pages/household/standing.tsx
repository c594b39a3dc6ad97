import { formatDate } from '@jiati/contracts';
import type { MyHousehold } from '@/api/wire';
import { Card, Facts, Notice, PlainButton } from '@/components/kit';
import { householdCopy as copy } from '@/copy/household';
import { relationNames } from '@/copy/labels';
import { go, routes } from '@/routes';

/** What I am to this household, and whether that has been looked at. */
export function Standing({ home }: { home: MyHousehold }) {
  return (
    <>
      <Card>
        <Facts
          facts={[
            { name: copy.iAm, value: relationNames[home.relation] },
            ...(home.expiresOn ? [{ name: copy.expires, value: formatDate(home.expiresOn) }] : []),
          ]}
        />
      </Card>
      {home.frozen ? (
        <Notice kind="waiting" title={copy.disputeTitle}>
          {copy.disputeWords}
        </Notice>
      ) : null}
      <StateNotice home={home} />
    </>
  );
}

function StateNotice({ home }: { home: MyHousehold }) {
  const again = () => go(routes.bind(home.stairwellCode));
  switch (home.bindingState) {
    case 'pending':
      return (
        <Notice kind="waiting" title={copy.pending.title}>
          {copy.pending.words}
        </Notice>
      );
    case 'returned':
      return (
        <>
          <Notice kind="problem" title={copy.returned.title}>
            {home.returnReason ? copy.returned.reason(home.returnReason) : copy.returned.noReason}
          </Notice>
          <PlainButton onPress={again}>{copy.returned.again}</PlainButton>
        </>
      );
    case 'expired':
      return (
        <>
          <Notice kind="waiting" title={copy.expired.title}>
            {copy.expired.words}
          </Notice>
          <PlainButton onPress={again}>{copy.expired.again}</PlainButton>
        </>
      );
    default:
      return null;
  }
}
