import type { PersonRole, RemitKind, Role } from '@jiati/contracts';

/** Who works at the console. Neighbours and volunteers have the pages of their telephone. */
export type DeskRole = Exclude<Role, 'resident' | 'volunteer'>;

export type PageGroup =
  | 'today'
  | 'roll'
  | 'rounds'
  | 'reviews'
  | 'cases'
  | 'bindings'
  | 'disputes'
  | 'projects'
  | 'people'
  | 'audit'
  | 'account';

const EVERYONE: readonly PageGroup[] = ['account'];
const OFFICE: readonly PageGroup[] = [
  'today',
  'roll',
  'rounds',
  'reviews',
  'cases',
  'bindings',
  'disputes',
  'projects',
];

/** What each role may open, in the order of its menu; the first is where it starts. The API decides the same by rows. */
const groupsOf: Record<DeskRole, readonly PageGroup[]> = {
  officer: [...OFFICE, 'people', 'audit'],
  street: OFFICE,
  auditor: [...OFFICE, 'people', 'audit'],
  committee: ['projects', 'rounds'],
  contractor: ['projects'],
  operator: ['people', 'audit'],
};

/** Whether a role has a desk here at all. */
export const isDeskRole = (role: Role): role is DeskRole => role in groupsOf;

/** The menu of a role; what belongs to everyone stands apart from it. */
export const menuOf = (role: DeskRole): readonly PageGroup[] => groupsOf[role];

/** Whether a role may open the pages of a group. */
export const mayOpen = (role: DeskRole, group: PageGroup): boolean =>
  EVERYONE.includes(group) || groupsOf[role].includes(group);

/** Where a role starts: the first of its menu. */
export const homeOf = (role: DeskRole): string => `/${groupsOf[role][0]}`;

/** Only an officer does the office's work; the others look on. Looking after people is told by `stewardshipOf`. */
export const mayWrite = (role: DeskRole): boolean => role === 'officer';

/** Whom someone who looks after people sees, makes accounts for, and changes. */
export interface Stewardship {
  sees: readonly PersonRole[];
  makes: readonly Exclude<PersonRole, 'volunteer'>[];
  manages: readonly PersonRole[];
}

const EVERY_PERSON = ['officer', 'committee', 'street', 'auditor', 'contractor', 'operator', 'volunteer'] as const;

/**
 * An operator looks after everyone, an officer after those who work with the neighbourhood. A contractor gets its
 * stairwells from an officer, since an operator sees no roll to choose them from.
 */
export function stewardshipOf(role: DeskRole): Stewardship {
  if (role === 'operator')
    return {
      sees: EVERY_PERSON,
      makes: ['officer', 'committee', 'street', 'auditor', 'operator'],
      manages: EVERY_PERSON,
    };
  if (role === 'officer')
    return {
      sees: ['volunteer', 'committee', 'contractor', 'officer'],
      makes: ['committee', 'contractor'],
      manages: ['volunteer', 'committee', 'contractor'],
    };
  return { sees: role === 'auditor' ? EVERY_PERSON : [], makes: [], manages: [] };
}

/** What kind of place each role is given; an auditor's and an operator's work has none. */
export const placeKindOf: Record<PersonRole, RemitKind | null> = {
  officer: 'neighbourhood',
  committee: 'neighbourhood',
  street: 'town',
  auditor: null,
  contractor: 'stairwell',
  operator: null,
  volunteer: null,
};
