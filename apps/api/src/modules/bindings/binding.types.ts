/** What someone is to a household. The first four may cast its ballot; the others may read. */
export const RELATIONS = ['owner', 'co_owner', 'guardian', 'heir', 'relative', 'tenant'] as const;
export type Relation = (typeof RELATIONS)[number];

/** How the relation was shown: the office's slip, the phone on the roll, or papers seen by the office. */
export const BINDING_METHODS = ['slip', 'roll_phone', 'office_check'] as const;
export type BindingMethod = (typeof BINDING_METHODS)[number];

export const BINDING_STATES = ['pending', 'approved', 'returned', 'ended'] as const;
export type BindingState = (typeof BINDING_STATES)[number];
