import { roleLabels, type PersonRole, type RemitInput } from '@jiati/contracts';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { newId } from '../../api/client';
import { useAddPerson } from '../../api/people';
import { useDeskRole } from '../../api/session';
import { Field } from '../../components/field';
import { FormDialog } from '../../components/form-dialog';
import { people } from '../../copy/people';
import { placeKindOf } from '../../lib/desks';
import { PlacesField, usePlaces } from './places-field';
import type { NewPassword } from './temporary-password-dialog';
import './people-page.css';

const copy = people.staffDialog;
type StaffRole = Exclude<PersonRole, 'volunteer'>;

interface AddStaffDialogProps {
  makes: readonly StaffRole[];
  onClose: () => void;
  onAdded: (made: NewPassword) => void;
}

/** Role, name, username and places; the answer is a password that is shown once. */
export function AddStaffDialog({ makes, onClose, onAdded }: AddStaffDialogProps) {
  const desk = useDeskRole();
  // Made once a dialog, so that pressing twice opens one account.
  const [id] = useState(newId);
  const [role, setRole] = useState<StaffRole>(makes[0]!);
  const [displayName, setDisplayName] = useState('');
  const [username, setUsername] = useState('');
  const [tried, setTried] = useState(false);
  const places = usePlaces([]);
  const add = useAddPerson();
  const kind = placeKindOf[role];
  const wrong = {
    name: displayName.trim() === '',
    username: !/^[a-z][a-z0-9._-]{1,31}$/.test(username.trim()),
    places: kind !== null && places.problem(kind),
  };
  const save = () => {
    setTried(true);
    if (wrong.name || wrong.username || wrong.places) return;
    const remits: RemitInput[] = kind === null ? [] : places.inputs(kind);
    add.mutate(
      { id, role, displayName: displayName.trim(), username: username.trim(), remits },
      {
        onSuccess: ({ person, temporaryPassword: password }) => {
          onAdded({ name: person.displayName, username: person.username, password });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog title={copy.title} verb={copy.save} width={680} sending={add} onSave={save} onClose={onClose}>
      <fieldset className="plain-fieldset">
        <legend>{copy.role}</legend>
        <Radio.Group
          className="radio-column"
          value={role}
          onChange={(event) => setRole(event.target.value as StaffRole)}
          options={makes.map((value) => ({
            value,
            label: (
              <span className="role-choice">
                {roleLabels[value]}
                <span className="quiet small">{copy.roleHints[value]}</span>
              </span>
            ),
          }))}
        />
      </fieldset>
      {desk === 'operator' && <p className="quiet small">{copy.contractorHint}</p>}
      <Field label={people.name} problem={tried && wrong.name && copy.nameRequired}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={30}
            autoComplete="off"
            value={displayName}
            onChange={(event) => setDisplayName(event.target.value)}
          />
        )}
      </Field>
      <Field label={people.username} hint={copy.usernameHint} problem={tried && wrong.username && copy.usernameWrong}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={32}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      {kind !== null && <PlacesField key={kind} kind={kind} places={places} problem={tried ? wrong.places : false} />}
    </FormDialog>
  );
}
