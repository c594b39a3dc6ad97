import { useMyReminders } from '@/api/reminders';
import { nowWords, remindersCopy as copy } from '@/copy/reminders';
import { go, routes } from '@/routes';
import { Row } from './kit';

/** Leads to where one chooses how to be reminded, and says what is chosen now. */
export function ReminderRow() {
  const { data } = useMyReminders();
  return <Row label={copy.link} hint={data ? nowWords(data) : copy.linkHint} onPress={() => go(routes.reminders())} />;
}
