import { formatMoment } from '@jiati/contracts';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router-dom';
import { useDeskRole } from '../../api/session';
import { useCountSheet, useRound, useRulesets } from '../../api/rounds';
import { useScopeDoors } from '../../api/scope';
import type { Round, Ruleset } from '@jiati/contracts';
import { ButtonLink } from '../../components/button-link';
import { Facts, type Fact } from '../../components/facts';
import { GateBars } from '../../components/gate-bars';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { RoundStateTag } from '../../components/round-state-tag';
import { decisionSentence } from '../../copy/gates';
import { reminders } from '../../copy/reminders';
import { round as copy } from '../../copy/rounds';
import { mayOpen, mayWrite } from '../../lib/desks';
import { DraftCheck } from './draft-check';
import { RoundDocuments } from './round-documents';
import { RoundMoves } from './round-moves';
import './round-page.css';

/** One round: where it stands, what can be done now, and what residents were shown. */
export function RoundPage() {
  const { roundId = '' } = useParams();
  const query = useRound(roundId);
  const round = query.data;
  const role = useDeskRole();
  const writes = mayWrite(role);
  const seesRoll = mayOpen(role, 'roll');
  return (
    <Page
      title={round ? round.scopeLabel : copy.fallbackTitle}
      back={{ to: '/rounds', label: copy.back }}
      lead={round && leadOf(round)}
      actions={
        round && (
          <>
            <RoundStateTag state={round.state} />
            {round.state === 'draft'
              ? writes && <ButtonLink to={`/rounds/${round.id}/edit`}>{copy.edit}</ButtonLink>
              : seesRoll && (
                  <>
                    {writes && round.state === 'open' && (
                      <ButtonLink to={`/rounds/${round.id}/paper`}>{copy.recordPaper}</ButtonLink>
                    )}
                    {round.state === 'open' && new Date(round.closesAt) > new Date() && (
                      <ButtonLink to={`/rounds/${round.id}/reminders`}>{reminders.link}</ButtonLink>
                    )}
                    <ButtonLink to={`/rounds/${round.id}/count-sheet`}>{copy.countSheet}</ButtonLink>
                  </>
                )}
          </>
        )
      }
    >
      <Loaded query={query}>
        {(loaded) => (seesRoll ? <RoundBody round={loaded} writes={writes} /> : <RoundProgress round={loaded} />)}
      </Loaded>
    </Page>
  );
}

function leadOf(round: Round): string {
  if (round.state === 'open' && new Date(round.closesAt) <= new Date()) return copy.lead.openOver;
  return copy.lead[round.state];
}

function RoundBody({ round, writes }: { round: Round; writes: boolean }) {
  const ruleset = useRulesets().data?.find((item) => item.id === round.rulesetId);
  const scope = useScopeDoors(round.estateId, round.scopeKind, round.scopeId);
  const isDraft = round.state === 'draft';
  const running = round.state === 'open' || round.state === 'closed' || round.state === 'announced';
  const sheet = useCountSheet(round.id, running);
  const decision = sheet.data?.decision ?? null;
  const missing = sheet.data?.missingAreas ?? [];
  const facts = factsOf(round, ruleset);
  return (
    <div className="stack">
      {isDraft && <DraftCheck round={round} ruleset={ruleset} scope={scope} />}
      {running && (
        <section className="card stack" aria-labelledby="round-progress">
          <h2 id="round-progress">{decision ? decisionSentence(decision, round.state !== 'open') : copy.progress}</h2>
          <Loaded query={sheet}>
            {({ decision: known, round: line }) => <GateBars checks={known?.checks ?? line.turnout} />}
          </Loaded>
          {missing.length > 0 && round.state !== 'announced' && (
            <Alert
              type="warning"
              title={
                <>
                  {copy.missingAreas(missing.map((item) => item.roomNo).join('、'))}{' '}
                  {writes && <Link to={`/roll/${round.estateId}?unknown=1`}>{copy.goRoll}</Link>}
                </>
              }
            />
          )}
          {round.pendingReviews > 0 && (
            <Alert
              type="warning"
              title={
                <>
                  {copy.pendingReviews(round.pendingReviews)}{' '}
                  {writes && <Link to={`/reviews?state=waiting&roundId=${round.id}`}>{copy.goReview}</Link>}
                </>
              }
            />
          )}
          {round.openCases > 0 && (
            <Alert
              type="warning"
              title={
                <>
                  {copy.openCases(round.openCases)}{' '}
                  {writes && <Link to={`/cases?state=open&roundId=${round.id}`}>{copy.goCases}</Link>}
                </>
              }
            />
          )}
        </section>
      )}
      {writes && (
        <RoundMoves
          round={round}
          rulesetName={ruleset?.name ?? round.rulesetId}
          households={scope.doors.length}
          decision={decision}
        />
      )}
      <section className="card">
        <Facts facts={facts} />
      </section>
      <RoundDocuments round={round} doors={scope.doors} />
    </div>
  );
}

function factsOf(round: Round, ruleset: Ruleset | undefined): Fact[] {
  return [
    [copy.facts.motion, round.title],
    [copy.facts.ruleset, copy.rulesetVersion(ruleset?.name ?? round.rulesetId, round.rulesetVersion)],
    ...(round.opensAt ? ([[copy.facts.opened, formatMoment(round.opensAt)]] as Fact[]) : []),
    [copy.facts.closes, formatMoment(round.closesAt)],
    ...(round.closedAt ? ([[copy.facts.closed, formatMoment(round.closedAt)]] as Fact[]) : []),
    ...(round.announcedAt ? ([[copy.facts.announced, formatMoment(round.announcedAt)]] as Fact[]) : []),
    ...(round.voidReason ? ([[copy.facts.voided, round.voidReason]] as Fact[]) : []),
  ];
}

/** For those who follow a round and see no roll: how far it has come, gate by gate, and what it is about. */
function RoundProgress({ round }: { round: Round }) {
  const ruleset = useRulesets().data?.find((item) => item.id === round.rulesetId);
  return (
    <div className="stack">
      {round.turnout.length > 0 && (
        <section className="card stack" aria-labelledby="round-progress">
          <h2 id="round-progress">{copy.progress}</h2>
          <GateBars checks={round.turnout} />
        </section>
      )}
      <section className="card">
        <Facts facts={factsOf(round, ruleset)} />
      </section>
      <RoundDocuments round={round} doors={[]} />
    </div>
  );
}
