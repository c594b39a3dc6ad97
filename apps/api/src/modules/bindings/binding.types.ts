/** What an account may be bound to a household as. The first four may cast its ballot; the others may read. */
export const BOUND_RELATIONS = ['owner', 'co_owner', 'guardian', 'heir', 'relative', 'tenant'] as const;
export type BoundRelation = (typeof BOUND_RELATIONS)[number];

/** What someone is to a household: bound to it, or its proxy, which nobody can say of themselves. */
export const RELATIONS = [...BOUND_RELATIONS, 'proxy'] as const;
export type Relation = (typeof RELATIONS)[number];

/** How the relation was shown: the office's slip, the phone on the roll, or papers seen by the office. */
export const BINDING_METHODS = ['slip', 'roll_phone', 'office_check'] as const;
export type BindingMethod = (typeof BINDING_METHODS)[number];

/** What is written down. That an approved binding has expired follows from its date and is written nowhere. */
export type StoredState = 'pending' | 'approved' | 'returned' | 'ended';

export const BINDING_STATES = ['pending', 'approved', 'returned', 'expired', 'ended'] as const;
export type BindingState = (typeof BINDING_STATES)[number];

/** Who ended a binding: its own account, the office with a reason, or the household changing hands. */
export const END_CAUSES = ['self', 'office', 'title_transfer'] as const;
export type EndCause = (typeof END_CAUSES)[number];

/** What was shown for a relation. */
export const DOCUMENT_KINDS = [
  'title_certificate',
  'identity_card',
  'guardianship',
  'inheritance',
  'lease',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** How a binding stands on a day in Shanghai (YYYY-MM-DD); it still holds on the day it expires. */
export function stateOn(today: string, binding: { state: StoredState; expiresOn: string | null }): BindingState {
  const isOver = binding.state === 'approved' && binding.expiresOn !== null && binding.expiresOn < today;
  return isOver ? 'expired' : binding.state;
}
