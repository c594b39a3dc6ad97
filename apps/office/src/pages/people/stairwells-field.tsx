import { Checkbox } from 'antd';
import { useState } from 'react';
import { useEstatesFound, useStairwells } from '../../api/roll';
import { EstateSelect } from '../../components/estate-select';
import { Field } from '../../components/field';
import { people } from '../../copy/people';

const copy = people.places;

/** Stairwells of the roll, an estate at a time; what is chosen in other estates stays. */
export function StairwellsField({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const first = useEstatesFound('').data?.estates[0];
  const [picked, setPicked] = useState<string | null>(null);
  const estateId = picked ?? first?.id;
  const stairwells = useStairwells(estateId).data ?? [];
  const here = new Set(stairwells.map((item) => item.id));
  const elsewhere = chosen.filter((id) => !here.has(id)).length;
  return (
    <>
      <Field label={copy.estate}>
        {(ids) => <EstateSelect {...ids} value={estateId ?? ''} none={copy.noEstates} onChange={setPicked} />}
      </Field>
      <fieldset className="assign-stairwells">
        <legend>{copy.stairwells}</legend>
        <p className="quiet small">{copy.stairwellsHint}</p>
        {stairwells.map((item) => (
          <Checkbox
            key={item.id}
            checked={chosen.includes(item.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, item.id] : chosen.filter((id) => id !== item.id))
            }
          >
            {item.buildingName} {item.name}
          </Checkbox>
        ))}
      </fieldset>
      {stairwells.length > 0 && elsewhere > 0 && <p className="quiet">{copy.kept(elsewhere)}</p>}
    </>
  );
}
