import { useState } from 'react';
import { useRound, useRoundsFound } from '../api/rounds';
import { FoundSelect } from './found-select';

interface RoundFilterProps {
  label: string;
  all: string;
  value: string;
  onChange: (roundId: string) => void;
}

/** One round that people have been asked in, by part of its place; or all of them. */
export function RoundFilter({ label, all, value, onChange }: RoundFilterProps) {
  const [typed, setTyped] = useState('');
  const found = useRoundsFound(typed).data;
  const rounds = (found?.rounds ?? []).filter((round) => round.state !== 'draft');
  const isFound = rounds.some((round) => round.id === value);
  const chosen = useRound(value !== '' && found && !isFound ? value : undefined).data;
  const words = ({ scopeLabel, title }: { scopeLabel: string; title: string }) => `${scopeLabel} ${title}`;
  return (
    <FoundSelect
      aria-label={label}
      className="filter-select"
      value={value}
      onChange={onChange}
      found={rounds.map((round) => ({ value: round.id, label: words(round) }))}
      hasMore={Boolean(found?.next)}
      typed={typed}
      onType={setTyped}
      chosen={chosen && words(chosen)}
      all={all}
    />
  );
}
