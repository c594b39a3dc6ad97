import { NO_REMIT, STAFF_ROLES, type Actor, type Remit, type Role, type StaffRole } from '../../platform/access';

/** Everyone who works for the office or helps it. Residents are nobody's to manage. */
export const PERSON_ROLES = [...STAFF_ROLES, 'volunteer'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export const REMIT_KINDS = ['town', 'neighbourhood', 'stairwell'] as const;
export type RemitKind = (typeof REMIT_KINDS)[number];

/** What kind of place each role may be given a say over; auditor and operator need none. */
export const KIND_OF_ROLE: Record<PersonRole, RemitKind | null> = {
  committee: 'neighbourhood',
  officer: 'neighbourhood',
  street: 'town',
  auditor: null,
  contractor: 'stairwell',
  operator: null,
  volunteer: 'neighbourhood',
};

/** What one who looks after people may see and do. */
export interface Stewardship {
  /** Whom they see. */
  sees: readonly PersonRole[];
  /** Among whom. */
  within: Remit;
  /** Whose accounts they make. */
  makes: readonly StaffRole[];
  /** Whose accounts they change. */
  manages: readonly PersonRole[];
}

const EVERYWHERE: Remit = { ...NO_REMIT, everywhere: true };

/** By role: the operator looks after all accounts, an officer after those who work with the neighbourhood. */
export function stewardshipOf({ role, remit }: Pick<Actor, 'role' | 'remit'>): Stewardship {
  const none: Stewardship = { sees: [], within: NO_REMIT, makes: [], manages: [] };
  const byRole: Partial<Record<Role, Stewardship>> = {
    operator: { sees: PERSON_ROLES, within: EVERYWHERE, makes: STAFF_ROLES, manages: PERSON_ROLES },
    auditor: { ...none, sees: PERSON_ROLES, within: EVERYWHERE },
    officer: {
      sees: ['volunteer', 'committee', 'contractor', 'officer'],
      within: remit,
      makes: ['committee', 'contractor'],
      manages: ['volunteer', 'committee', 'contractor'],
    },
  };
  return byRole[role] ?? none;
}
