import { useMyReminders } from '@/api/reminders';
import { usePurposes } from '@/api/privacy';
import { Page } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { SignedIn } from '@/components/signed-in';
import { remindersCopy as copy } from '@/copy/reminders';
import { Choosing } from './choosing';

/** How I want to be reminded of a round that my door has not answered. */
export default function RemindersPage() {
  return <SignedIn title={copy.title}>{({ account }) => <Reminders phoneMasked={account.phoneMasked} />}</SignedIn>;
}

function Reminders({ phoneMasked }: { phoneMasked: string | null }) {
  const reminders = useMyReminders();
  const purposes = usePurposes();
  return (
    <Page title={copy.title}>
      <Loaded query={reminders}>
        {(choice) => (
          <Loaded query={purposes}>
            {(all) => <Choosing choice={choice} purposes={all} phoneMasked={phoneMasked} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
