import type { Remit, RemitInput, RemitKind } from '@jiati/contracts';
import { AutoComplete, Button } from 'antd';
import { useState } from 'react';
import { usePeopleFound } from '../../api/people';
import { useEstatesFound } from '../../api/roll';
import { useDeskRole } from '../../api/session';
import { DateField } from '../../components/date-field';
import { people } from '../../copy/people';
import { mayOpen } from '../../lib/desks';
import { latestExpiry } from '../../lib/expiry';
import { wallClock } from '../../lib/shanghai';
import { StairwellsField } from './stairwells-field';

const copy = people.places;

interface Area {
  town: string;
  neighbourhood: string;
}

export interface Places {
  areas: Area[];
  setAreas: (areas: Area[]) => void;
  stairwellIds: string[];
  setStairwellIds: (ids: string[]) => void;
  expiresOn: string;
  setExpiresOn: (on: string) => void;
  /** What is wrong with them for this kind, in words. */
  problem: (kind: RemitKind) => string | false;
  /** As the API takes them. */
  inputs: (kind: RemitKind) => RemitInput[];
}

/** The places of a form, beginning with those somebody has. */
export function usePlaces(held: readonly Remit[]): Places {
  const [areas, setAreas] = useState<Area[]>(() => areasOf(held));
  const [stairwellIds, setStairwellIds] = useState(() => held.flatMap((remit) => remit.stairwellId ?? []));
  const [expiresOn, setExpiresOn] = useState(() => latestExpiry(held));
  const filled = (kind: RemitKind) =>
    areas
      .map(({ town, neighbourhood }) => ({ town: town.trim(), neighbourhood: neighbourhood.trim() }))
      .filter(({ town, neighbourhood }) => town !== '' && (kind === 'town' || neighbourhood !== ''));
  const inputs = (kind: RemitKind): RemitInput[] => {
    const until = { expiresOn: expiresOn || null };
    if (kind === 'stairwell') return stairwellIds.map((stairwellId) => ({ kind, stairwellId, ...until }));
    return filled(kind).map(({ town, neighbourhood }) =>
      kind === 'town' ? { kind, town, ...until } : { kind, town, neighbourhood, ...until },
    );
  };
  const problem = (kind: RemitKind) => {
    if (inputs(kind).length === 0) return copy.required;
    return expiresOn !== '' && expiresOn < wallClock(new Date()).date && copy.expiresWrong;
  };
  return { areas, setAreas, stairwellIds, setStairwellIds, expiresOn, setExpiresOn, problem, inputs };
}

function areasOf(held: readonly Remit[]): Area[] {
  const areas = held
    .filter((remit) => remit.town !== null)
    .map((remit) => ({ town: remit.town ?? '', neighbourhood: remit.neighbourhood ?? '' }));
  return areas.length > 0 ? areas : [{ town: '', neighbourhood: '' }];
}

interface PlacesFieldProps {
  kind: RemitKind;
  places: Places;
  problem: string | false;
}

/** Towns, neighbourhoods or stairwells, and until when. */
export function PlacesField({ kind, places, problem }: PlacesFieldProps) {
  return (
    <>
      {kind === 'stairwell' ? (
        <StairwellsField chosen={places.stairwellIds} onChange={places.setStairwellIds} />
      ) : (
        <fieldset className="plain-fieldset">
          <legend>{copy[kind]}</legend>
          <Areas kind={kind} places={places} />
        </fieldset>
      )}
      {problem && (
        <p role="alert" className="field-problem">
          {problem}
        </p>
      )}
      <DateField
        label={copy.expiresOn}
        hint={copy.expiresHint}
        min={wallClock(new Date()).date}
        value={places.expiresOn}
        onChange={places.setExpiresOn}
      />
    </>
  );
}

function Areas({ kind, places: { areas, setAreas } }: { kind: 'town' | 'neighbourhood'; places: Places }) {
  const [typed, setTyped] = useState('');
  const known = useKnownAreas(typed);
  const typedIn = ({ town, neighbourhood }: Area) => setTyped(kind === 'town' ? town : `${town} ${neighbourhood}`);
  const change = (index: number, changes: Partial<Area>) => {
    const changed = areas.map((area, at) => (at === index ? { ...area, ...changes } : area));
    setAreas(changed);
    typedIn(changed[index]!);
  };
  const options = (values: string[]) => [...new Set(values)].filter(Boolean).map((value) => ({ value }));
  return (
    <>
      <p className="quiet small">{copy.exact}</p>
      {areas.map((area, index) => (
        // The place in the list is what an entry is here; there is nothing else to know it by.
        <div key={index} className="place-row" onFocus={() => typedIn(area)}>
          <AutoComplete
            aria-label={copy.townOf(index + 1)}
            placeholder={copy.townLabel}
            maxLength={40}
            value={area.town}
            onChange={(town: string) => change(index, { town })}
            options={options(known.map(({ town }) => town))}
          />
          {kind === 'neighbourhood' && (
            <AutoComplete
              aria-label={copy.neighbourhoodOf(index + 1)}
              placeholder={copy.neighbourhoodLabel}
              maxLength={40}
              value={area.neighbourhood}
              onChange={(neighbourhood: string) => change(index, { neighbourhood })}
              options={options(
                known
                  .filter(({ town }) => area.town.trim() === '' || town === area.town.trim())
                  .map(({ neighbourhood }) => neighbourhood),
              )}
            />
          )}
          {areas.length > 1 && (
            <Button onClick={() => setAreas(areas.filter((_, at) => at !== index))}>{copy.remove(index + 1)}</Button>
          )}
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => setAreas([...areas, { town: '', neighbourhood: '' }])}>
          {copy.add}
        </Button>
      </div>
    </>
  );
}

/** Places like what is typed that are written somewhere already: in the roll for those who see it, else where others have a say. */
function useKnownAreas(typed: string): Area[] {
  const seesRoll = mayOpen(useDeskRole(), 'roll');
  const estates = useEstatesFound(typed, seesRoll).data?.estates ?? [];
  const remits = (usePeopleFound('').data?.people ?? []).flatMap((person) => person.remits);
  return [...estates, ...areasOf(remits)].map(({ town, neighbourhood }) => ({ town, neighbourhood }));
}
