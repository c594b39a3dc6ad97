import { formatMoment, type CaseDetail } from '@jiati/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { newId } from '../../api/client';
import { useCase, useSettleCase } from '../../api/cases';
import { useDeskRole } from '../../api/session';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Facts } from '../../components/facts';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { StateTag } from '../../components/state-tag';
import { cases } from '../../copy/cases';
import { mayWrite } from '../../lib/desks';
import { answerOf, CaseBallot } from './case-ballot';
import './case-page.css';

const copy = cases.detail;

/** The answers of one household side by side, and which of them counts. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const query = useCase(caseId);
  const found = query.data;
  const room = found ? cases.room(found.place, found.roomNo) : '';
  const title = !found ? copy.fallbackTitle : found.state === 'open' ? copy.openTitle(room) : copy.settledTitle(room);
  return (
    <Page
      title={title}
      back={{ to: '/cases', label: cases.title }}
      actions={
        found && <StateTag tone={found.state === 'open' ? 'waiting' : 'calm'}>{cases.states[found.state]}</StateTag>
      }
    >
      <Loaded query={query}>{(loaded) => <CaseBody found={loaded} onReload={() => void query.refetch()} />}</Loaded>
    </Page>
  );
}

function CaseBody({ found, onReload }: { found: CaseDetail; onReload: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const writes = mayWrite(useDeskRole());
  const maySettle = writes && found.maySettle;
  const choose = (ballotId: string | null) => setChosen({ id: newId(), ballotId });
  return (
    <div className="stack">
      <section className="card stack-tight">
        <Facts
          facts={[
            [copy.round, <Link to={`/rounds/${found.roundId}`}>{found.roundTitle}</Link>],
            [
              copy.owners,
              <Link to={`/households/${found.householdId}`}>{copy.ownersAndPhones(found.ownerNames.join('、'))}</Link>,
            ],
          ]}
        />
        <p>{maySettle ? copy.ask : writes ? copy.cannot : copy.readOnly}</p>
        <CountsNow found={found} />
      </section>
      <ul className="case-ballots">
        {found.ballots.map((ballot, index) => (
          <CaseBallot
            key={ballot.id}
            ballot={ballot}
            heading={index === 0 ? copy.earlier : copy.later(index, found.ballots.length - 1)}
            counts={ballot.id === found.countsBallotId}
            onChoose={maySettle ? () => choose(ballot.id) : undefined}
          />
        ))}
      </ul>
      {maySettle && (
        <section className="card row-spread">
          <p className="quiet">{copy.askAgainHint}</p>
          <Button size="large" onClick={() => choose(null)}>
            {copy.askAgain}
          </Button>
        </section>
      )}
      <History found={found} />
      <Settling found={found} chosen={chosen} onReload={onReload} onClose={() => setChosen(null)} />
    </div>
  );
}

function CountsNow({ found }: { found: CaseDetail }) {
  if (found.countsBallotId === null) return <p className="waiting-text">{copy.nothingCounts}</p>;
  const isHere = found.ballots.some(({ id }) => id === found.countsBallotId);
  return isHere ? null : <p className="waiting-text">{copy.countsElsewhere}</p>;
}

function History({ found }: { found: CaseDetail }) {
  if (found.settlements.length === 0) return null;
  return (
    <section className="card stack-tight" aria-labelledby="case-history">
      <h2 id="case-history">{copy.history}</h2>
      <ol className="case-history">
        {found.settlements.map((line) => (
          <li key={line.settledAt}>
            {copy.historyLine(line.settledByName, formatMoment(line.settledAt), cases.outcomes[line.outcome])}
            <p className="full-text quiet">{line.reason}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is being confirmed; the settlement's id is made when it is chosen, so that a second press settles once. */
interface Chosen {
  id: string;
  ballotId: string | null;
}

interface SettlingProps {
  found: CaseDetail;
  chosen: Chosen | null;
  onReload: () => void;
  onClose: () => void;
}

function Settling({ found, chosen, onReload, onClose }: SettlingProps) {
  const settle = useSettleCase();
  const { message } = App.useApp();
  const ballot = found.ballots.find(({ id }) => id === chosen?.ballotId);
  const outcome = !ballot ? 'ask_again' : ballot === found.ballots[0] ? 'earlier' : 'later';
  const words = copy.dialog[outcome];
  const close = () => {
    settle.reset();
    onClose();
  };
  const confirm = (reason: string) =>
    chosen &&
    settle.mutate(
      { ...chosen, caseId: found.id, reason, version: found.version },
      {
        onSuccess: () => {
          void message.success(copy.dialog.done);
          close();
        },
      },
    );
  return (
    <ConfirmDialog
      open={chosen !== null}
      title={words.title}
      facts={[
        [cases.place, cases.room(found.place, found.roomNo)],
        [copy.dialog.answer, ballot ? answerOf(ballot) : cases.outcomes.ask_again],
      ]}
      verb={words.verb}
      reason={{ label: copy.dialog.reason, placeholder: copy.dialog.placeholder, required: true }}
      working={settle.isPending}
      error={settle.error}
      onReload={() => {
        close();
        onReload();
      }}
      onConfirm={confirm}
      onCancel={close}
    >
      <p>{outcome === 'ask_again' ? copy.askAgainHint : copy.dialog.text}</p>
    </ConfirmDialog>
  );
}
