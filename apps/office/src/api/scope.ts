import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { householdsQuery, useStairwells } from './roll';
import type { ScopeKind, StairwellSummary } from '@jiati/contracts';

/** A door of the scope of a round, as the roll has it now. */
export interface ScopeDoor {
  householdId: string;
  stairwellId: string;
  /** Building and stairwell in words. */
  place: string;
  roomNo: string;
  floor: number;
  areaDm2: number | null;
}

/** The stairwells that a scope takes in. */
export function stairwellsIn(
  stairwells: readonly StairwellSummary[],
  scopeKind: ScopeKind,
  scopeId: string,
): StairwellSummary[] {
  if (scopeId === '') return [];
  if (scopeKind === 'estate') return [...stairwells];
  return stairwells.filter((item) => (scopeKind === 'stairwell' ? item.id : item.buildingId) === scopeId);
}

/** Every door of a stairwell, a building or an estate; empty while anything is still being read. */
export function useScopeDoors(estateId: string, scopeKind: ScopeKind, scopeId: string) {
  const stairwells = useStairwells(estateId || undefined);
  const within = useMemo(
    () => stairwellsIn(stairwells.data ?? [], scopeKind, scopeId),
    [stairwells.data, scopeKind, scopeId],
  );
  const { doors, pending, error } = useQueries({
    queries: within.map((stairwell) => householdsQuery(stairwell.id)),
    combine: (results) => ({
      pending: results.some((result) => result.isPending),
      error: results.find((result) => result.error)?.error ?? null,
      doors: results.map((result) => result.data ?? []),
    }),
  });
  return {
    pending: stairwells.isPending || pending,
    error: stairwells.error ?? error,
    doors: pending
      ? []
      : within.flatMap((stairwell, index) =>
          (doors[index] ?? []).map((row): ScopeDoor => ({
            householdId: row.householdId,
            stairwellId: stairwell.id,
            place: `${stairwell.buildingName}${stairwell.name}`,
            roomNo: row.roomNo,
            floor: row.floor,
            areaDm2: row.areaDm2,
          })),
        ),
  };
}
