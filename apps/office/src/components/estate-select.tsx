import type { EstateSummary } from '@jiati/contracts';
import { useState } from 'react';
import { useEstate, useEstatesFound } from '../api/roll';
import { common } from '../copy/common';
import { FoundSelect, type SelectLook } from './found-select';

interface EstateSelectProps extends SelectLook {
  value: string;
  onChange: (estateId: string) => void;
  all?: string;
  none?: string;
}

/** One estate within reach, by words of its name or place. */
export function EstateSelect({ value, ...select }: EstateSelectProps) {
  const [typed, setTyped] = useState('');
  const found = useEstatesFound(typed).data;
  const estates = found?.estates ?? [];
  const isFound = estates.some((estate) => estate.id === value);
  const chosen = useEstate(value !== '' && found && !isFound ? value : undefined).data;
  return (
    <FoundSelect
      {...select}
      value={value}
      found={estates.map((estate) => ({ value: estate.id, label: labelAmong(estates, estate) }))}
      hasMore={Boolean(found?.next)}
      typed={typed}
      onType={setTyped}
      chosen={chosen?.name}
    />
  );
}

/** The name; where two share it, also the neighbourhood. */
function labelAmong(estates: readonly EstateSummary[], { id, name, neighbourhood }: EstateSummary): string {
  const isShared = estates.some((other) => other.id !== id && other.name === name);
  return isShared ? name + common.separator + neighbourhood : name;
}
