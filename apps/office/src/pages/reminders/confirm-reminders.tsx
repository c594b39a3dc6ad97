import type { ReminderPlan, Round } from '@jiati/contracts';
import { App } from 'antd';
import { statusOf } from '../../api/problem';
import { useRemindRound } from '../../api/reminders';
import { ConfirmDialog } from '../../components/confirm-dialog';
import type { Fact } from '../../components/facts';
import { reminders as copy, smsText, weappLines } from '../../copy/reminders';
import { messagesOf } from '../../lib/reminders';
import { readProgress } from './reminder-progress';

interface ConfirmRemindersProps {
  round: Round;
  plan: ReminderPlan;
  open: boolean;
  onClose: () => void;
}

/** Says to how many it goes, what it says word for word, and that nothing of it can be taken back. */
export function ConfirmReminders({ round, plan, open, onClose }: ConfirmRemindersProps) {
  const remind = useRemindRound(round.id);
  const { message } = App.useApp();
  const count = messagesOf(plan);
  const status = statusOf(remind.error);
  // No answer, or one that says nothing: it may have been done all the same.
  const isUnsure = remind.isError && (status === 0 || status >= 500);
  const close = () => {
    remind.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={copy.confirmTitle(count)}
      facts={factsOf(round, plan)}
      verb={copy.verb(count)}
      working={remind.isPending}
      error={remind.error}
      onReload={remind.isError ? close : undefined}
      onConfirm={() =>
        remind.mutate(undefined, {
          onSuccess: ({ waiting }) => {
            void message.success(copy.done(waiting));
            onClose();
          },
        })
      }
      onCancel={close}
      afterClose={() => remind.isSuccess && readProgress()}
    >
      <p>{copy.confirm.notIn}</p>
      <p className="waiting-text">{copy.confirm.final(plan.asksLeft - 1)}</p>
      {isUnsure && <p>{copy.confirm.unsure}</p>}
    </ConfirmDialog>
  );
}

function factsOf(round: Round, { silentDoors, unreached, sms, weapp }: ReminderPlan): Fact[] {
  const { confirm } = copy;
  const lines = weappLines(round.scopeKind === 'stairwell' ? round.scopeLabel : null, round.closesAt);
  return [
    [confirm.round, round.scopeLabel],
    [confirm.to, confirm.toValue(silentDoors - unreached.length, copy.channels(sms, weapp))],
    ...(sms > 0
      ? [
          [
            confirm.sms,
            <Quoted key="sms" lines={[smsText(window.location.host, round.closesAt)]} hint={confirm.smsHint} />,
          ] as Fact,
        ]
      : []),
    ...(weapp > 0 ? [[confirm.weapp, <Quoted key="weapp" lines={lines} hint={confirm.weappHint} />] as Fact] : []),
  ];
}

function Quoted({ lines, hint }: { lines: string[]; hint: string }) {
  return (
    <>
      <blockquote className="reminder-text">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </blockquote>
      <p className="quiet small">{hint}</p>
    </>
  );
}
