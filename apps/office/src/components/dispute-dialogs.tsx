import { formatRoom, type Dispute } from '@jiati/contracts';
import { App } from 'antd';
import { useOpenDispute, useSettleDispute } from '../api/disputes';
import { disputes as copy } from '../copy/disputes';
import { ConfirmDialog } from './confirm-dialog';

interface OpenDisputeProps {
  open: boolean;
  householdId: string;
  /** The household in words. */
  place: string;
  onClose: () => void;
}

/** Stops the ballot of a household until it is clear who speaks for it. */
export function OpenDisputeDialog({ open, householdId, place, onClose }: OpenDisputeProps) {
  const begin = useOpenDispute();
  const { message } = App.useApp();
  const words = copy.openDialog;
  const close = () => {
    begin.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={words.title}
      facts={[[copy.household, place]]}
      verb={copy.open}
      reason={{ label: words.reason, placeholder: words.placeholder, required: true }}
      working={begin.isPending}
      error={begin.error}
      onConfirm={(reason) =>
        begin.mutate(
          { householdId, reason },
          {
            onSuccess: () => {
              void message.success(words.done);
              close();
            },
          },
        )
      }
      onCancel={close}
    >
      <p>{words.text}</p>
    </ConfirmDialog>
  );
}

/** Says how it ended. */
export function SettleDisputeDialog({ dispute, onClose }: { dispute: Dispute | null; onClose: () => void }) {
  const settle = useSettleDispute();
  const { message } = App.useApp();
  const words = copy.settleDialog;
  const close = () => {
    settle.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={dispute !== null}
      title={words.title}
      facts={
        dispute
          ? [
              [copy.household, `${dispute.place} ${formatRoom(dispute.roomNo)}`],
              [copy.reason, dispute.reason],
            ]
          : []
      }
      verb={copy.settle}
      reason={{ label: words.reason, placeholder: words.placeholder, required: true }}
      working={settle.isPending}
      error={settle.error}
      onConfirm={(reason) =>
        dispute &&
        settle.mutate(
          { id: dispute.id, reason },
          {
            onSuccess: () => {
              void message.success(words.done);
              close();
            },
          },
        )
      }
      onCancel={close}
    >
      <p>{words.text}</p>
    </ConfirmDialog>
  );
}
