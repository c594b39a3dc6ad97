import { formatDeadline, formatMoment } from '@jiati/contracts';
import { Link } from 'react-router-dom';
import { useDeskRole } from '../../api/session';
import { useToday } from '../../api/today';
import type { RoundSummary } from '@jiati/contracts';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { gateSentence } from '../../copy/gates';
import { today as copy } from '../../copy/today';
import { mayWrite } from '../../lib/desks';
import './today-page.css';

/** The first page: what waits, how much of it, until when, and a link to exactly that. */
export function TodayPage() {
  const query = useToday();
  const writes = mayWrite(useDeskRole());
  const lead = query.data
    ? copy.lead(
        query.data.pendingReviews,
        query.data.openCases,
        query.data.openRoundCount,
        query.data.awaitingAnnouncementCount,
      )
    : undefined;
  return (
    <Page title={copy.title} lead={lead}>
      <Loaded query={query}>
        {(today) => (
          <div className="stack">
            <section className="card queue" aria-labelledby="queue-reviews">
              <h2 id="queue-reviews">{copy.reviews}</h2>
              {today.pendingReviews === 0 ? (
                <p className="quiet">{copy.reviewsNone}</p>
              ) : (
                <div className="queue-row">
                  <span className="queue-number" aria-hidden="true">
                    {today.pendingReviews}
                  </span>
                  <div>
                    <p className="queue-title">{copy.reviewsSentence(today.pendingReviews)}</p>
                    {today.reviewsOlderThanDays3 > 0 ? (
                      <p className="queue-due">{copy.reviewsOld(today.reviewsOlderThanDays3)}</p>
                    ) : (
                      <p className="quiet">{copy.reviewsFresh}</p>
                    )}
                  </div>
                  <Link className="queue-go" to="/reviews?state=waiting">
                    {copy.reviewsGo}
                  </Link>
                </div>
              )}
            </section>
            {today.openCases > 0 && <CasesRow count={today.openCases} />}
            <section className="card queue" aria-labelledby="queue-awaiting">
              <h2 id="queue-awaiting">{copy.awaiting}</h2>
              {today.awaitingAnnouncement.length === 0 && <p className="quiet">{copy.awaitingNone}</p>}
              {today.awaitingAnnouncement.map((round) => (
                <AwaitingRow key={round.id} round={round} />
              ))}
              {today.awaitingAnnouncementCount > today.awaitingAnnouncement.length && (
                <Link to="/rounds?state=closed">{copy.awaitingAll(today.awaitingAnnouncementCount)}</Link>
              )}
            </section>
            <section className="card queue" aria-labelledby="queue-open">
              <div className="row-spread">
                <h2 id="queue-open">{copy.open}</h2>
                {writes && <Link to="/rounds/new">{copy.newRound}</Link>}
              </div>
              {today.openRounds.length === 0 && <p className="quiet">{copy.openNone}</p>}
              {today.openRounds.map((round) => (
                <OpenRow key={round.id} round={round} />
              ))}
              {today.openRoundCount > today.openRounds.length && (
                <Link to="/rounds?state=open">{copy.openAll(today.openRoundCount)}</Link>
              )}
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function CasesRow({ count }: { count: number }) {
  return (
    <section className="card queue" aria-labelledby="queue-cases">
      <h2 id="queue-cases">{copy.cases}</h2>
      <div className="queue-row">
        <span className="queue-number" aria-hidden="true">
          {count}
        </span>
        <div>
          <p className="queue-title">{copy.casesSentence(count)}</p>
          <p className="quiet">{copy.casesHint}</p>
        </div>
        <Link className="queue-go" to="/cases?state=open">
          {copy.casesGo}
        </Link>
      </div>
    </section>
  );
}

function AwaitingRow({ round }: { round: RoundSummary }) {
  return (
    <div className="queue-row">
      <div>
        <p className="queue-title">{round.scopeLabel}</p>
        <p>{round.title}</p>
        <p className="quiet">
          {copy.closedOn(formatMoment(round.closesAt))}，
          {round.pendingReviews > 0 ? copy.pending(round.pendingReviews) : copy.noPending}
          {round.openCases > 0 && `，${copy.openCases(round.openCases)}`}
        </p>
      </div>
      <Link className="queue-go" to={`/rounds/${round.id}/count-sheet`}>
        {copy.awaitingGo}
      </Link>
    </div>
  );
}

function OpenRow({ round }: { round: RoundSummary }) {
  const over = new Date(round.closesAt) <= new Date();
  return (
    <div className="queue-row">
      <div>
        <p className="queue-title">{round.scopeLabel}</p>
        <p>{round.title}</p>
        <p className={over ? 'queue-due' : 'quiet'}>
          {over ? copy.overdue(formatMoment(round.closesAt)) : formatDeadline(round.closesAt, new Date())}
        </p>
        {round.turnout.map((check) => (
          <p key={check.gateId + check.basis} className="quiet keep-words">
            {gateSentence(check)}
          </p>
        ))}
        {round.pendingReviews > 0 && (
          <p>
            <Link to={`/reviews?state=waiting&roundId=${round.id}`}>{copy.pending(round.pendingReviews)}</Link>
          </p>
        )}
      </div>
      <Link className="queue-go" to={`/rounds/${round.id}`}>
        {copy.openGo}
      </Link>
    </div>
  );
}
