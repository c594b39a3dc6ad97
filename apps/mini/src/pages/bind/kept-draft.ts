import { useState } from 'react';
import type { BindDraft } from './flow';

let kept: BindDraft | null = null;

const blank = (stairwellCode: string): BindDraft => ({
  stairwellCode,
  way: null,
  roomNo: '',
  pin: '',
  relation: null,
  statedName: '',
  document: null,
  documentNumber: '',
  photo: null,
});

/**
 * The answers given so far. Who leaves with the browser's own way back and returns finds them again; they stay in
 * memory only, and only for the same stairwell.
 */
export function useKeptDraft(stairwellCode: string): [BindDraft, (draft: BindDraft) => void] {
  const [draft, setDraft] = useState<BindDraft>(() =>
    kept && kept.stairwellCode === stairwellCode ? { ...kept, way: null } : blank(stairwellCode),
  );
  const keep = (next: BindDraft) => {
    kept = next;
    setDraft(next);
  };
  return [draft, keep];
}

/** Forgets the answers once the household is bound. */
export function forgetDraft(): void {
  kept = null;
}
