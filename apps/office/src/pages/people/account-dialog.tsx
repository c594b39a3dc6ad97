import { roleLabels, type Person } from '@jiati/contracts';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useAccountStep, type AccountStep } from '../../api/people';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { Facts, type Fact } from '../../components/facts';
import { people } from '../../copy/people';
import type { NewPassword } from './temporary-password-dialog';

const copy = people.account;
const LEAST_REASON = 4;

interface AccountDialogProps {
  person: Person;
  onClose: () => void;
  onPassword: (made: NewPassword) => void;
}

/** What can be done about somebody's account, each with when it is the right thing; every step asks for a reason. */
export function AccountDialog({ person, onClose, onPassword }: AccountDialogProps) {
  const [step, setStep] = useState<AccountStep | null>(null);
  const run = useAccountStep();
  const { message } = App.useApp();
  const steps = stepsFor(person);
  const words = copy.steps[step ?? 'end-sessions'];
  const facts: Fact[] = [
    [people.name, person.displayName],
    [people.role, roleLabels[person.role]],
    ...(person.username ? ([[people.username, person.username]] as Fact[]) : []),
  ];
  const confirm = (reason: string) =>
    step &&
    run.mutate(
      { id: person.accountId, step, reason },
      {
        onSuccess: (password) => {
          void message.success(words.done);
          if (password) onPassword({ name: person.displayName, username: person.username, password });
          onClose();
        },
      },
    );
  return (
    <>
      <Modal
        open={step === null}
        title={copy.title(person.displayName)}
        width={620}
        okButtonProps={{ style: { display: 'none' } }}
        cancelText={copy.close}
        onCancel={onClose}
        closable={false}
      >
        <div className="stack-tight">
          <Facts facts={facts} compact />
          <ul className="account-steps">
            {steps.map((name) => (
              <li key={name}>
                <Button danger={name === 'disable'} onClick={() => setStep(name)}>
                  {copy.steps[name].button}
                </Button>
                <p className="quiet">{copy.steps[name].explain}</p>
              </li>
            ))}
          </ul>
        </div>
      </Modal>
      <ConfirmDialog
        open={step !== null}
        title={words.title}
        facts={facts}
        verb={words.button}
        danger={step === 'disable' || step === 'reset-sign-in'}
        reason={{ label: copy.reason, placeholder: copy.placeholder, required: true, least: LEAST_REASON }}
        working={run.isPending}
        error={run.error}
        onConfirm={confirm}
        onCancel={() => {
          run.reset();
          setStep(null);
        }}
      >
        <p>{words.text}</p>
      </ConfirmDialog>
    </>
  );
}

/** A volunteer signs in by telephone: there is no password to set anew. */
function stepsFor(person: Person): AccountStep[] {
  if (person.disabledAt) return ['enable'];
  return person.username ? ['end-sessions', 'reset-sign-in', 'disable'] : ['end-sessions', 'disable'];
}
