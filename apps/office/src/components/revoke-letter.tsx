import { App, Button } from 'antd';
import { useState } from 'react';
import { useRevokeProxy } from '../api/proxies';
import { proxies as copy } from '../copy/proxies';
import { ConfirmDialog } from './confirm-dialog';
import type { Fact } from './facts';

/** Takes an approved letter back. @param facts what it says, to be read once more before */
export function RevokeLetter({ letterId, facts }: { letterId: string; facts: Fact[] }) {
  const [asking, setAsking] = useState(false);
  const revoke = useRevokeProxy();
  const { message } = App.useApp();
  const close = () => {
    revoke.reset();
    setAsking(false);
  };
  const confirm = (reason: string) =>
    revoke.mutate(
      { letterId, reason },
      {
        onSuccess: () => {
          void message.success(copy.revoke.done);
          close();
        },
      },
    );
  return (
    <>
      <Button size="large" danger onClick={() => setAsking(true)}>
        {copy.revoke.verb}
      </Button>
      <ConfirmDialog
        open={asking}
        title={copy.revoke.title}
        facts={facts}
        verb={copy.revoke.verb}
        danger
        reason={{ label: copy.revoke.reason, placeholder: copy.revoke.placeholder, required: true }}
        working={revoke.isPending}
        error={revoke.error}
        onConfirm={confirm}
        onCancel={close}
      >
        <p>{copy.revoke.text}</p>
      </ConfirmDialog>
    </>
  );
}
