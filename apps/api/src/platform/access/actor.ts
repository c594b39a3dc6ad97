/** In the order they are explained: neighbours, those who help them, the office, those who look on. */
export const ROLES = [
  'resident',
  'volunteer',
  'committee',
  'officer',
  'street',
  'auditor',
  'contractor',
  'operator',
] as const;
/**
 * What an account may do at all; which rows it may touch is its remit and decided by each module.
 * resident and volunteer are neighbours; committee (居委会) follows its neighbourhood's progress; officer (加梯办) does the
 * office's work in its neighbourhood; street (街道) reads its town; auditor reads everything and writes nothing;
 * contractor (代建、施工) sees the progress of its stairwells; operator keeps accounts and sees no roll and no ballot.
 */
export type Role = (typeof ROLES)[number];

/** Roles that sign in with a username and a password; the others are neighbours and come by telephone or slip. */
export const STAFF_ROLES = ['committee', 'officer', 'street', 'auditor', 'contractor', 'operator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Whether a role is one of the staff's. */
export function isStaff(role: Role): role is StaffRole {
  return (STAFF_ROLES as readonly Role[]).includes(role);
}

/** Who may look at what the office sees: `@Access(...OFFICE_READERS)` on reading routes. Writing is an officer's. */
export const OFFICE_READERS = ['officer', 'street', 'auditor'] as const;

/** A residents'-committee area; its name is only unique within its town. */
export interface Neighbourhood {
  town: string;
  neighbourhood: string;
}

/**
 * Where a member of staff has a say. Empty for residents and volunteers: what those reach follows from their bindings
 * and assignments.
 */
export interface Remit {
  /** An auditor's: every estate there is. */
  everywhere: boolean;
  towns: string[];
  neighbourhoods: Neighbourhood[];
  stairwellIds: string[];
}

/** Reaches nothing. */
export const NO_REMIT: Remit = { everywhere: false, towns: [], neighbourhoods: [], stairwellIds: [] };

/** Who is asking. Resolved from the session on every request. */
export interface Actor {
  accountId: string;
  role: Role;
  sessionId: string;
  displayName: string;
  remit: Remit;
}

export const CLIENTS = ['h5', 'weapp', 'office'] as const;
/** Which of the three front ends is speaking; sent as X-Jiati-Client. */
export type Client = (typeof CLIENTS)[number];

/** Who holds a session token; answered by the accounts module, so that the platform knows no table of it. */
export abstract class ActorSource {
  /** The actor of a live session, or null when the token is unknown, ended or belongs to a disabled account. */
  abstract actorOf(token: string): Promise<Actor | null>;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}
