import { formatMoment, formatPlace } from '@jiati/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useMoveRound, type RoundStep } from '../../api/rounds';
import type { Decision, Round, RoundState } from '@jiati/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog';
import type { Fact } from '../../components/facts';
import { common } from '../../copy/common';
import { decisionSentence, gateSentence } from '../../copy/gates';
import { round as copy } from '../../copy/rounds';

/** Which steps a state offers here; the API has the last word on each. */
const offered: Record<RoundState, RoundStep[]> = {
  draft: ['open', 'void'],
  open: ['close', 'void'],
  closed: ['announce', 'void'],
  announced: [],
  settled: [],
  void: [],
};

interface RoundMovesProps {
  round: Round;
  rulesetName: string;
  households: number;
  decision: Decision | null;
}

/** The steps that cannot be taken back. Each asks once more and repeats what it acts on. */
export function RoundMoves({ round, rulesetName, households, decision }: RoundMovesProps) {
  const [step, setStep] = useState<RoundStep | null>(null);
  const move = useMoveRound(round.id);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const steps = offered[round.state];
  if (steps.length === 0) return null;
  const shown = step ?? 'open';
  const words = copy.steps[shown];
  const early = shown === 'close' && new Date(round.closesAt) > new Date();
  const close = () => {
    move.reset();
    setStep(null);
  };
  const confirm = (reason: string) =>
    step &&
    move.mutate(
      { step, reason },
      {
        onSuccess: () => {
          void message.success(copy.done[step]);
          setStep(null);
          if (step === 'announce') navigate(`/rounds/${round.id}/count-sheet`);
        },
      },
    );
  return (
    <section className="round-moves" aria-label={copy.fallbackTitle}>
      {steps.map((name, index) => (
        <Button
          key={name}
          size="large"
          type={index === 0 ? 'primary' : 'link'}
          danger={name === 'void'}
          onClick={() => setStep(name)}
        >
          {copy.steps[name].button}
        </Button>
      ))}
      <ConfirmDialog
        open={step !== null}
        title={words.title}
        facts={factsOf(round, rulesetName, households, shown, decision)}
        verb={words.verb}
        danger={shown === 'void'}
        {...('reason' in words
          ? { reason: { label: words.reason, placeholder: words.placeholder, required: true } }
          : {})}
        working={move.isPending}
        error={move.error}
        onConfirm={confirm}
        onCancel={close}
      >
        <p>{words.text}</p>
        {early && <p className="waiting-text">{copy.steps.close.early}</p>}
      </ConfirmDialog>
    </section>
  );
}

function factsOf(
  round: Round,
  rulesetName: string,
  households: number,
  step: RoundStep,
  decision: Decision | null,
): Fact[] {
  const facts: Fact[] = [
    [copy.facts.scope, formatPlace(round.scopeLabel, households > 0 ? common.households(households) : null)],
    [copy.facts.motion, round.title],
  ];
  if (step === 'open') facts.push([copy.facts.ruleset, rulesetName]);
  if (step !== 'void') facts.push([copy.facts.closes, formatMoment(round.closesAt)]);
  if (decision && (step === 'close' || step === 'announce')) {
    facts.push([
      copy.steps.announce.result,
      <div key="result" className="stack-tight">
        <strong>{decisionSentence(decision, round.state !== 'open')}</strong>
        <div className="small">
          {decision.checks.map((check) => (
            <div key={check.gateId}>{gateSentence(check)}</div>
          ))}
        </div>
      </div>,
    ]);
  }
  return facts;
}
