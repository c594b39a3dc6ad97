import { Button, Steps } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBlocker, useNavigate } from 'react-router-dom';
import type { DraftRoundInput } from '@jiati/contracts';
import { useSaveDraft } from '../../../api/rounds';
import { useScopeDoors } from '../../../api/scope';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Page } from '../../../components/page';
import { ProblemNotice } from '../../../components/problem-notice';
import { draft as copy, round as roundCopy } from '../../../copy/rounds';
import { gapsOf, type DraftForm } from '../../../lib/draft';
import { parseHundredths } from '../../../lib/format';
import { instantOf } from '../../../lib/shanghai';
import { AgreementStep } from './agreement-step';
import { ClosesStep } from './closes-step';
import { CostStep } from './cost-step';
import { MotionStep } from './motion-step';
import { RulesetStep } from './ruleset-step';
import { ScopeStep } from './scope-step';
import './draft-wizard.css';

const steps = [ScopeStep, RulesetStep, MotionStep, CostStep, AgreementStep, ClosesStep];

/** Six small steps towards a draft. Nothing is sent before the last one; leaving with unsaved words asks first. */
export function DraftWizard({ isNew, initial }: { isNew: boolean; initial: DraftForm }) {
  const [form, setForm] = useState(initial);
  const [step, setStep] = useState(0);
  const [tried, setTried] = useState(false);
  const saved = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  const save = useSaveDraft();
  const scope = useScopeDoors(form.estateId, form.scopeKind, form.scopeId);
  const householdIds = useMemo(() => scope.doors.map((door) => door.householdId), [scope.doors]);
  const changed = form !== initial;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      changed && !saved.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!changed) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [changed]);
  const gapsIn = (which: number) => gapsOf(which, form, householdIds, new Date());
  const go = (to: number) => {
    setTried(false);
    setStep(to);
    window.scrollTo(0, 0);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const next = () => {
    setTried(true);
    if (gapsIn(step).length === 0) go(step + 1);
  };
  const finish = () => {
    const lacking = steps.findIndex((_, which) => gapsIn(which).length > 0);
    if (lacking >= 0) {
      if (lacking !== step) go(lacking);
      setTried(true);
      return;
    }
    save.mutate(
      { isNew, draft: inputOf(form, householdIds) },
      {
        onSuccess: (round) => {
          saved.current = true;
          navigate(`/rounds/${round.id}`);
        },
      },
    );
  };
  const Step = steps[step] ?? ScopeStep;
  const last = step === steps.length - 1;
  return (
    <Page
      title={isNew ? copy.newTitle : copy.editTitle}
      back={
        isNew ? { to: '/rounds', label: roundCopy.back } : { to: `/rounds/${form.id}`, label: roundCopy.fallbackTitle }
      }
      lead={copy.lead}
    >
      <Steps
        current={step}
        responsive={false}
        className="draft-steps"
        onChange={(to) => (to < step ? go(to) : to === step + 1 && next())}
        items={copy.steps.map((title) => ({ title }))}
      />
      <section className="card draft-step" aria-labelledby="draft-step-title">
        <div>
          <p className="quiet small">{copy.position(step + 1, steps.length)}</p>
          <h2 id="draft-step-title" ref={heading} tabIndex={-1}>
            {copy.stepTitles[step]}
          </h2>
        </div>
        <Step
          form={form}
          set={(changes) => setForm((before) => ({ ...before, ...changes }))}
          gaps={tried ? gapsIn(step) : []}
          doors={scope.doors}
        />
        <ProblemNotice error={last ? save.error : scope.error} />
        <div className="row draft-buttons">
          {step > 0 && (
            <Button size="large" onClick={() => go(step - 1)}>
              {copy.previous}
            </Button>
          )}
          {last ? (
            <Button size="large" type="primary" loading={save.isPending} onClick={finish}>
              {copy.save}
            </Button>
          ) : (
            <Button size="large" type="primary" onClick={next}>
              {copy.next}
            </Button>
          )}
        </div>
      </section>
      <ConfirmDialog
        open={blocker.state === 'blocked'}
        title={copy.leaveTitle}
        verb={copy.leaveVerb}
        danger
        working={false}
        error={null}
        onConfirm={() => blocker.proceed?.()}
        onCancel={() => blocker.reset?.()}
      >
        <p>{copy.leaveText}</p>
      </ConfirmDialog>
    </Page>
  );
}

function inputOf(form: DraftForm, householdIds: readonly string[]): DraftRoundInput {
  const fen = (text: string | undefined) => parseHundredths(text ?? '') ?? 0;
  return {
    id: form.id,
    scopeKind: form.scopeKind,
    scopeId: form.scopeId,
    rulesetId: form.rulesetId,
    title: form.title.trim(),
    statement: form.statement.trim(),
    schemeText: form.schemeText.trim(),
    costTable: {
      totalFen: fen(form.total),
      subsidyFen: fen(form.subsidy),
      method: form.method,
      rows: householdIds.map((householdId) => ({ householdId, amountFen: fen(form.amounts[householdId]) })),
    },
    agreementText: form.agreementText.trim(),
    closesAt: instantOf(form.closesDate, form.closesTime) ?? '',
  };
}
