import { formatMoment, type ReminderPlan } from '@jiati/contracts';
import { Link } from 'react-router-dom';
import { Facts, type Fact } from '../../components/facts';
import { leftWords, reminders as copy } from '../../copy/reminders';
import { round as roundCopy } from '../../copy/rounds';

const PROGRESS_ID = 'reminder-progress';

/** Goes on reading where the button was that has been pressed and is gone. */
export const readProgress = () => document.getElementById(PROGRESS_ID)?.focus();

/** What became of the messages of this round so far; it goes on by itself while some of them wait. */
export function ReminderProgress({ roundId, plan, isOpen }: { roundId: string; plan: ReminderPlan; isOpen: boolean }) {
  const { waiting, sent, failed, lastAskedAt } = plan;
  const facts: Fact[] =
    lastAskedAt === null
      ? []
      : [
          [copy.facts.lastAsked, formatMoment(lastAskedAt)],
          ...(isOpen ? ([[copy.facts.left, leftWords(plan)]] as Fact[]) : []),
          [copy.facts.waiting, copy.messages(waiting)],
          [copy.facts.sent, copy.messages(sent)],
          [copy.facts.failed, copy.messages(failed)],
        ];
  return (
    <section className="card stack-tight screen-only" aria-labelledby={PROGRESS_ID}>
      <h2 id={PROGRESS_ID} tabIndex={-1}>
        {copy.progress}
      </h2>
      <p role="status">{sentence(plan)}</p>
      {facts.length > 0 && <Facts compact facts={facts} />}
      {facts.length > 0 && <p className="quiet">{copy.lookedAgain}</p>}
      {failed > 0 && (
        <p className="quiet">
          {copy.failedHint} <Link to={`/rounds/${roundId}/count-sheet`}>{roundCopy.countSheet}</Link>
        </p>
      )}
    </section>
  );
}

function sentence({ lastAskedAt, waiting, failed }: ReminderPlan): string {
  if (lastAskedAt === null) return copy.neverAsked;
  if (waiting > 0) return copy.sending(waiting);
  return failed > 0 ? copy.allSentBut(failed) : copy.allSent;
}
