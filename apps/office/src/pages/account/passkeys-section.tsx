import { formatMoment, type Passkey } from '@jiati/contracts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAddPasskey, useMyPasskeys, useRemovePasskey } from '../../api/account';
import { hasPasskeys } from '../../api/passkey-browser';
import { codeOf } from '../../api/problem';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { DataTable } from '../../components/data-table';
import { useFactorAgain } from '../../components/factor-again';
import { Field } from '../../components/field';
import { Loaded } from '../../components/loaded';
import { ProblemNotice } from '../../components/problem-notice';
import { account } from '../../copy/account';
import { common } from '../../copy/common';

const copy = account.passkeys;

/** One's passkeys: what there is, one more, one less. */
export function PasskeysSection() {
  const query = useMyPasskeys();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const again = useFactorAgain();
  return (
    <section className="card stack-tight" aria-labelledby="passkeys-title">
      <div className="account-section">
        <div>
          <h2 id="passkeys-title">{copy.title}</h2>
          <p className="quiet">{hasPasskeys() ? copy.lead : copy.unsupported}</p>
        </div>
        {hasPasskeys() && <Button onClick={() => setAdding(true)}>{copy.add}</Button>}
      </div>
      <Loaded query={query}>
        {(passkeys) =>
          passkeys.length === 0 ? (
            <p className="quiet">{copy.empty}</p>
          ) : (
            <PasskeyTable passkeys={passkeys} onRemove={setRemoving} />
          )
        }
      </Loaded>
      {adding && <AddPasskeyDialog again={again.ask} onClose={() => setAdding(false)} />}
      <RemovePasskeyDialog passkey={removing} again={again.ask} onClose={() => setRemoving(null)} />
      {again.dialog}
    </section>
  );
}

function PasskeyTable({ passkeys, onRemove }: { passkeys: Passkey[]; onRemove: (passkey: Passkey) => void }) {
  return (
    <DataTable<Passkey>
      aria-label={copy.caption}
      rowKey="id"
      rows={passkeys}
      minWidth={560}
      columns={[
        { title: copy.name, render: (_, item) => <strong>{item.label}</strong> },
        { title: copy.created, render: (_, item) => formatMoment(item.createdAt) },
        {
          title: copy.lastUsed,
          render: (_, item) =>
            item.lastUsedAt ? formatMoment(item.lastUsedAt) : <span className="quiet">{copy.never}</span>,
        },
        {
          title: copy.remove,
          render: (_, item) => (
            <Button aria-label={copy.removeOf(item.label)} onClick={() => onRemove(item)}>
              {copy.remove}
            </Button>
          ),
        },
      ]}
    />
  );
}

type Again = ReturnType<typeof useFactorAgain>['ask'];

/** A refusal that is answered by asking for the code again is not shown a second time. */
const shownError = (error: unknown) => (codeOf(error) === 'second_factor_again' ? null : error);

function AddPasskeyDialog({ again, onClose }: { again: Again; onClose: () => void }) {
  const [label, setLabel] = useState('');
  const [tried, setTried] = useState(false);
  const add = useAddPasskey();
  const { message } = App.useApp();
  const name = label.trim();
  const save = () => {
    setTried(true);
    if (name === '') return;
    add.mutate(name, {
      onSuccess: () => {
        void message.success(copy.added(name));
        onClose();
      },
      onError: (error) => void again(error, save),
    });
  };
  return (
    <Modal
      open
      title={copy.dialogTitle}
      okText={copy.submit}
      cancelText={common.cancel}
      confirmLoading={add.isPending}
      onOk={save}
      onCancel={onClose}
      closable={false}
    >
      <div className="stack-tight">
        <p className="quiet">{copy.dialogLead}</p>
        <Field label={copy.label} hint={copy.labelHint} problem={tried && name === '' && copy.labelRequired}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={40}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
              onPressEnter={save}
            />
          )}
        </Field>
        <ProblemNotice error={shownError(add.error)} />
      </div>
    </Modal>
  );
}

function RemovePasskeyDialog({
  passkey,
  again,
  onClose,
}: {
  passkey: Passkey | null;
  again: Again;
  onClose: () => void;
}) {
  const remove = useRemovePasskey();
  const { message } = App.useApp();
  const close = () => {
    remove.reset();
    onClose();
  };
  const confirm = () =>
    passkey &&
    remove.mutate(passkey.id, {
      onSuccess: () => {
        void message.success(copy.removed);
        close();
      },
      onError: (error) => void again(error, confirm),
    });
  return (
    <ConfirmDialog
      open={passkey !== null}
      title={copy.removeTitle}
      facts={passkey ? [[copy.name, passkey.label]] : []}
      verb={copy.remove}
      danger
      working={remove.isPending}
      error={shownError(remove.error)}
      onConfirm={confirm}
      onCancel={close}
    >
      <p>{copy.removeText}</p>
    </ConfirmDialog>
  );
}
