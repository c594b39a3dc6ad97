import { formatRoom, type HouseholdOnRoll } from '@jiati/contracts';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { newId } from '../../api/client';
import { useRecordTitleTransfer } from '../../api/household';
import { DateField } from '../../components/date-field';
import { Facts } from '../../components/facts';
import { Field } from '../../components/field';
import { FormDialog } from '../../components/form-dialog';
import { household } from '../../copy/household';
import { wallClock } from '../../lib/shanghai';

const copy = household.transfers.dialog;
const MOST_OWNERS = 20;

/** Who the new title names. Says what ends with it before it is recorded. */
export function TitleTransferDialog({
  household: house,
  onClose,
}: {
  household: HouseholdOnRoll;
  onClose: () => void;
}) {
  const today = wallClock(new Date()).date;
  // Made once a dialog, so that pressing twice records one transfer.
  const [id] = useState(newId);
  const [names, setNames] = useState(['']);
  const [on, setOn] = useState(today);
  const [documentNumber, setDocumentNumber] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const record = useRecordTitleTransfer(house.householdId);
  const { message } = App.useApp();
  const newOwnerNames = names.map((name) => name.trim()).filter(Boolean);
  const wrong = {
    names: newOwnerNames.length === 0,
    on: !(on <= today && on !== ''),
    document: documentNumber.trim() === '',
  };
  const save = () => {
    setTried(true);
    if (wrong.names || wrong.on || wrong.document) return;
    record.mutate(
      { id, newOwnerNames, transferredOn: on, documentNumber: documentNumber.trim(), note: note.trim() },
      {
        onSuccess: () => {
          void message.success(copy.done);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog title={copy.title} verb={copy.verb} danger width={620} sending={record} onSave={save} onClose={onClose}>
      <Facts
        compact
        facts={[
          [
            household.fallbackTitle,
            `${household.place(house.estateName, house.buildingName, house.stairwellName)} ${formatRoom(house.roomNo)}`,
          ],
          [copy.before, house.owners.map((owner) => owner.name).join('、')],
        ]}
      />
      <p className="waiting-text">{copy.consequence}</p>
      <Names names={names} problem={tried && wrong.names && copy.namesWrong} onChange={setNames} />
      <DateField label={copy.on} max={today} value={on} problem={tried && wrong.on && copy.onWrong} onChange={setOn} />
      <Field label={copy.document} hint={copy.documentHint} problem={tried && wrong.document && copy.documentWrong}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={40}
            autoComplete="off"
            value={documentNumber}
            onChange={(event) => setDocumentNumber(event.target.value)}
          />
        )}
      </Field>
      <Field label={copy.note}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}

function Names({
  names,
  problem,
  onChange,
}: {
  names: string[];
  problem: string | false;
  onChange: (names: string[]) => void;
}) {
  return (
    <fieldset className="plain-fieldset">
      <legend>{copy.names}</legend>
      {names.map((name, index) => (
        // The place in the list is what a name is here; there is nothing else to know it by.
        <div key={index} className="name-row">
          <Input
            aria-label={copy.nameOf(index + 1)}
            autoFocus={index === 0}
            maxLength={60}
            value={name}
            status={problem ? 'error' : ''}
            onChange={(event) => onChange(names.map((each, at) => (at === index ? event.target.value : each)))}
          />
          {names.length > 1 && (
            <Button onClick={() => onChange(names.filter((_, at) => at !== index))}>
              {copy.removeName(index + 1)}
            </Button>
          )}
        </div>
      ))}
      {problem && <p className="field-problem">{problem}</p>}
      {names.length < MOST_OWNERS && (
        <div>
          <Button size="small" onClick={() => onChange([...names, ''])}>
            {copy.addName}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
