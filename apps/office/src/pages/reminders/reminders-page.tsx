import { formatDeadline, formatPlace, type Round } from '@jiati/contracts';
import { Alert, Button } from 'antd';
import { useParams } from 'react-router-dom';
import { useReminders } from '../../api/reminders';
import { useRound } from '../../api/rounds';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { reminders as copy } from '../../copy/reminders';
import { doorsOf } from '../../lib/reminders';
import { ReminderProgress } from './reminder-progress';
import { SilentDoors } from './silent-doors';
import { UnreachedList } from './unreached-list';
import './reminders-page.css';

/** Reminding the silent doors of a round: who would get a message, what became of those sent, and who is left to visit. */
export function RemindersPage() {
  const { roundId = '' } = useParams();
  const round = useRound(roundId);
  const plan = useReminders(roundId);
  const toVisit = doorsOf(plan.data?.unreached ?? []).toVisit.length;
  return (
    <div className="reminders-page">
      <Page
        title={copy.title}
        back={{ to: `/rounds/${roundId}`, label: copy.back }}
        lead={round.data && leadOf(round.data)}
        actions={toVisit > 0 && <Button onClick={() => window.print()}>{copy.print}</Button>}
      >
        <Loaded query={round}>{(loaded) => <Body round={loaded} query={plan} />}</Loaded>
      </Page>
    </div>
  );
}

function leadOf(round: Round) {
  if (round.state !== 'open') return round.scopeLabel;
  return (
    <>
      <p>{formatPlace(round.scopeLabel, formatDeadline(round.closesAt, new Date()))}</p>
      <p>{copy.lead}</p>
    </>
  );
}

function Body({ round, query }: { round: Round; query: ReturnType<typeof useReminders> }) {
  const isOver = new Date(round.closesAt) <= new Date();
  const isOpen = round.state === 'open' && !isOver;
  return (
    <Loaded query={query}>
      {(plan) => (
        <div className="stack">
          {query.error !== null && <Alert className="screen-only" type="warning" role="status" title={copy.stale} />}
          {isOpen ? (
            <SilentDoors round={round} plan={plan} />
          ) : (
            <Alert type="info" title={round.state === 'open' ? copy.over : copy.notOpen} />
          )}
          {(isOpen || plan.lastAskedAt !== null) && <ReminderProgress roundId={round.id} plan={plan} isOpen={isOpen} />}
          {isOpen && plan.unreached.length > 0 && <UnreachedList round={round} unreached={plan.unreached} />}
        </div>
      )}
    </Loaded>
  );
}
