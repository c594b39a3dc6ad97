import { formatMoment, type ReminderPlan, type Round } from '@jiati/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useDeskRole } from '../../api/session';
import { Facts, type Fact } from '../../components/facts';
import { NothingHere } from '../../components/nothing-here';
import { reminders as copy } from '../../copy/reminders';
import { round as roundCopy } from '../../copy/rounds';
import { mayWrite } from '../../lib/desks';
import { doorsOf, standingOf, type ReminderStanding } from '../../lib/reminders';
import { ConfirmReminders } from './confirm-reminders';

/** How many are silent, how many messages would go out now, and the one button; or why there is none. */
export function SilentDoors({ round, plan }: { round: Round; plan: ReminderPlan }) {
  // As it was when the button was pressed: what is confirmed does not change under the finger.
  const [asked, setAsked] = useState<ReminderPlan | null>(null);
  const writes = mayWrite(useDeskRole());
  const standing = standingOf(plan, new Date());
  if (standing === 'nobody_silent')
    return <NothingHere title={copy.nobodySilentTitle}>{copy.nobodySilent}</NothingHere>;
  return (
    <section className="card stack-tight screen-only" aria-labelledby="silent-doors">
      <h2 id="silent-doors">{copy.silent(plan.silentDoors)}</h2>
      <p className="quiet">{copy.silentHint}</p>
      <Facts compact facts={factsOf(plan, standing)} />
      {standing !== 'ask' && (
        <p className="waiting-text">
          {standing === 'resting'
            ? copy.standing.resting(formatMoment(plan.mayAskFrom ?? round.closesAt))
            : copy.standing[standing]}{' '}
          {standing === 'used_up' && <Link to={`/rounds/${round.id}/count-sheet`}>{roundCopy.countSheet}</Link>}
        </p>
      )}
      {standing === 'ask' && (
        <>
          <p className="quiet">{copy.messagesHint}</p>
          {writes ? (
            <div>
              <Button type="primary" size="large" onClick={() => setAsked(plan)}>
                {copy.remind}
              </Button>
            </div>
          ) : (
            <p className="quiet">{copy.readOnly}</p>
          )}
        </>
      )}
      {writes && (
        <ConfirmReminders round={round} plan={asked ?? plan} open={asked !== null} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

function factsOf(plan: ReminderPlan, standing: ReminderStanding): Fact[] {
  const { toVisit, lately } = doorsOf(plan.unreached);
  const reached = plan.silentDoors - plan.unreached.length;
  return [
    [copy.reached, reached === 0 ? copy.noDoors : reachedWords(reached, plan, standing)],
    ...(lately.length > 0 ? [[copy.justReminded, copy.justRemindedDoors(lately.length)] as Fact] : []),
    [copy.unreached, toVisit.length === 0 ? copy.noDoors : copy.unreachedDoors(toVisit.length)],
  ];
}

const reachedWords = (doors: number, { sms, weapp }: ReminderPlan, standing: ReminderStanding): string =>
  standing === 'ask' ? copy.reachedDoors.ask(doors, copy.channels(sms, weapp)) : copy.reachedDoors.later(doors);
