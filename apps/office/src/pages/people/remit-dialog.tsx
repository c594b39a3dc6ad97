import { roleLabels, type Person } from '@jiati/contracts';
import { App } from 'antd';
import { useState } from 'react';
import { useSetRemits } from '../../api/people';
import { Facts } from '../../components/facts';
import { FormDialog } from '../../components/form-dialog';
import { common } from '../../copy/common';
import { people } from '../../copy/people';
import { placeKindOf } from '../../lib/desks';
import { PlacesField, usePlaces } from './places-field';

const copy = people.remitDialog;

/** Replaces the places somebody has a say over. */
export function RemitDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const kind = placeKindOf[person.role] ?? 'neighbourhood';
  const places = usePlaces(person.remits);
  const [tried, setTried] = useState(false);
  const change = useSetRemits();
  const { message } = App.useApp();
  const problem = places.problem(kind);
  const save = () => {
    setTried(true);
    if (problem) return;
    change.mutate(
      { id: person.accountId, remits: places.inputs(kind) },
      {
        onSuccess: () => {
          void message.success(copy.done);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={people.remitOf(person.displayName)}
      verb={common.save}
      width={680}
      sending={change}
      onSave={save}
      onClose={onClose}
    >
      <Facts
        compact
        facts={[
          [people.name, person.displayName],
          [people.role, roleLabels[person.role]],
        ]}
      />
      <PlacesField kind={kind} places={places} problem={tried && problem} />
      <p className="waiting-text">{copy.consequence}</p>
    </FormDialog>
  );
}
