import type { ReminderChannel, ReminderChoice } from '@/api/wire';
import { remindersCopy as copy } from '@/copy/reminders';
import type { Option } from '@/platform/elements.types';

/** Where and by whom it is chosen. */
export interface Chooser {
  phoneMasked: string | null;
  /** In the mini-program WeChat can be asked, in a browser not. */
  canAskForMessages: boolean;
}

type Way = Option<ReminderChannel>;

/** What can be chosen here; `none` always. */
export function waysToChoose(choice: ReminderChoice, chooser: Chooser): Way[] {
  const { none, weapp } = copy.hints;
  const ways: Way[] = [
    { value: 'none', label: copy.labels.none, hint: none },
    { value: 'sms', label: copy.labels.sms, hint: copy.smsHint(chooser.phoneMasked) },
    { value: 'weapp', label: copy.labels.weapp, hint: weapp },
  ];
  return ways.filter(({ value }) => value === 'none' || isChoosable(value, choice, chooser));
}

/** What cannot be chosen, with the reason; what is not set up at all need not be known of. */
export function waysClosed(choice: ReminderChoice, chooser: Chooser): Way[] {
  // Who has no phone is not known to WeChat either.
  if (chooser.phoneMasked === null) return [{ value: 'sms', label: copy.labels.sms, hint: copy.noPhone }];
  const closed: Way[] = [];
  if (!isChoosable('sms', choice, chooser)) closed.push({ value: 'sms', label: copy.labels.sms, hint: copy.noSms });
  if (choice.weappTemplateId !== null && !isChoosable('weapp', choice, chooser)) {
    const hint = chooser.canAskForMessages ? copy.notByWeapp : copy.notInWeapp;
    closed.push({ value: 'weapp', label: copy.labels.weapp, hint });
  }
  return closed;
}

function isChoosable(channel: 'sms' | 'weapp', { choosable }: ReminderChoice, { canAskForMessages }: Chooser): boolean {
  return choosable.includes(channel) && (channel === 'sms' || canAskForMessages);
}
