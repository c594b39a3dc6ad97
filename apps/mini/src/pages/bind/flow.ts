import type { BindingMethod } from '@jiati/contracts';
import type { BoundRelation, DocumentKind } from '@/api/wire';
import type { Photo } from '@/platform/elements.types';

/** One screen of the binding, in the order people meet them. */
export type BindStep = 'stairwell' | 'way' | 'phone' | 'match' | 'room' | 'pin' | 'relation' | EvidenceStep | 'name';
/** What shows the relation, when the office is to look at it. */
export type EvidenceStep = 'document' | 'number' | 'photo';

export interface BindDraft {
  stairwellCode: string;
  way: BindingMethod | null;
  roomNo: string;
  pin: string;
  relation: BoundRelation | null;
  statedName: string;
  /** `none`: nothing at hand; the office will ask for it. */
  document: DocumentKind | 'none' | null;
  documentNumber: string;
  photo: Photo | null;
}

/** What the flow has to know besides the draft. */
export interface BindContext {
  /** The poster was scanned, so the stairwell is known. */
  hasCode: boolean;
  loggedIn: boolean;
  /** Without a paper at hand there is neither a number nor a photo to ask for. */
  document?: BindDraft['document'];
}

/**
 * The screens one has to pass, by the way chosen.
 * A slip logs in by itself; the roll names stairwell and room; the other ways begin with the phone.
 */
export function bindSteps(way: BindingMethod | null, { hasCode, loggedIn, document }: BindContext): BindStep[] {
  const where: BindStep[] = hasCode ? [] : ['stairwell'];
  const evidence: BindStep[] = document === 'none' ? ['document'] : ['document', 'number', 'photo'];
  const who: BindStep[] = loggedIn ? [] : ['phone'];
  switch (way) {
    case null:
      return ['way'];
    case 'slip':
      return ['way', ...where, 'room', 'pin', 'relation', 'name'];
    case 'roll_phone':
      return ['way', ...who, 'match', 'relation', 'name'];
    case 'office_check':
      return ['way', ...who, ...where, 'room', 'relation', ...evidence, 'name'];
  }
}

/** The screen after this one; null when the last has been answered. */
export function stepAfter(step: BindStep, steps: readonly BindStep[]): BindStep | null {
  return steps[steps.indexOf(step) + 1] ?? null;
}

/** The screen before this one; null before the first. */
export function stepBefore(step: BindStep, steps: readonly BindStep[]): BindStep | null {
  const at = steps.indexOf(step);
  return at > 0 ? steps[at - 1]! : null;
}
