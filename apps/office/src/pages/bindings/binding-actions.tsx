import { formatRoom, relationLabels, type OfficeBinding } from '@jiati/contracts';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useChangeBinding } from '../../api/bindings';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { DateField } from '../../components/date-field';
import { Facts, type Fact } from '../../components/facts';
import { FormDialog } from '../../components/form-dialog';
import { bindings as copy } from '../../copy/bindings';
import { common } from '../../copy/common';
import { addDays, wallClock } from '../../lib/shanghai';

/** What an officer can do about one binding in the state it is in. */
export function BindingActions({ binding }: { binding: OfficeBinding }) {
  const [doing, setDoing] = useState<'end' | 'expiry' | null>(null);
  const room = formatRoom(binding.roomNo);
  if (binding.state === 'pending')
    return (
      <Link className="nowrap" to="/reviews?state=waiting&kind=binding">
        {copy.review}
      </Link>
    );
  if (binding.state !== 'approved' && binding.state !== 'expired') return null;
  return (
    <span className="row">
      <Button size="small" onClick={() => setDoing('expiry')} aria-label={copy.expiryOf(binding.personName, room)}>
        {copy.expiry}
      </Button>
      <Button size="small" onClick={() => setDoing('end')} aria-label={copy.endOf(binding.personName, room)}>
        {copy.end}
      </Button>
      <EndDialog binding={binding} open={doing === 'end'} onClose={() => setDoing(null)} />
      {doing === 'expiry' && <ExpiryDialog binding={binding} onClose={() => setDoing(null)} />}
    </span>
  );
}

const factsOf = (binding: OfficeBinding): Fact[] => [
  [copy.household, `${binding.place} ${formatRoom(binding.roomNo)}`],
  [copy.person, binding.personName],
  [copy.relation, relationLabels[binding.relation]],
];

function EndDialog({ binding, open, onClose }: { binding: OfficeBinding; open: boolean; onClose: () => void }) {
  const change = useChangeBinding();
  const { message } = App.useApp();
  const close = () => {
    change.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title={copy.endDialog.title}
      facts={factsOf(binding)}
      verb={copy.end}
      danger
      reason={{ label: copy.endDialog.reason, placeholder: copy.endDialog.placeholder, required: true }}
      working={change.isPending}
      error={change.error}
      onConfirm={(reason) =>
        change.mutate(
          { id: binding.id, reason },
          {
            onSuccess: () => {
              void message.success(copy.endDialog.done);
              close();
            },
          },
        )
      }
      onCancel={close}
    >
      <p>{copy.endDialog.text}</p>
    </ConfirmDialog>
  );
}

function ExpiryDialog({ binding, onClose }: { binding: OfficeBinding; onClose: () => void }) {
  const today = wallClock(new Date()).date;
  const [limited, setLimited] = useState(binding.expiresOn !== null);
  const [until, setUntil] = useState(binding.expiresOn ?? addDays(today, 365));
  const [tried, setTried] = useState(false);
  const change = useChangeBinding();
  const { message } = App.useApp();
  const wrong = limited && !(until >= today);
  const save = () => {
    setTried(true);
    if (wrong) return;
    change.mutate(
      { id: binding.id, expiresOn: limited ? until : null },
      {
        onSuccess: () => {
          void message.success(copy.expiryDialog.done);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={copy.expiryDialog.title}
      verb={common.save}
      width={520}
      sending={change}
      onSave={save}
      onClose={onClose}
    >
      <Facts facts={factsOf(binding)} compact />
      <p className="quiet">{copy.expiryDialog.lead}</p>
      <Radio.Group
        className="radio-column"
        aria-label={copy.expiryDialog.title}
        value={limited}
        onChange={(event) => setLimited(event.target.value as boolean)}
        options={[
          { value: false, label: copy.expiryDialog.forever },
          { value: true, label: copy.expiryDialog.until },
        ]}
      />
      {limited && (
        <DateField
          label={copy.expiryDialog.until}
          min={today}
          value={until}
          problem={tried && wrong && copy.expiryDialog.wrong}
          onChange={setUntil}
        />
      )}
    </FormDialog>
  );
}
