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

export const HELPER_RELATIONS = ['child', 'spouse', 'grandchild', 'other_relative', 'neighbour', 'carer'] as const;
/** What a helper is to the person they help. */
export type HelperRelation = (typeof HELPER_RELATIONS)[number];

/** Who holds the device for the person signed in (家人代操作), as they gave it. */
export interface Helper {
  helperName: string;
  helperRelation: HelperRelation;
}

export const PENDING_STEPS = ['totp', 'enrol_totp', 'change_password', 'set_device_pin', 'unlock'] as const;
/** What a session still has to do before its account's rights are open to it. */
export type PendingStep = (typeof PENDING_STEPS)[number];

/** Who is asking. Resolved from the session on every request. */
export interface Actor {
  accountId: string;
  role: Role;
  sessionId: string;
  displayName: string;
  remit: Remit;
  /** Absent when the person acts by themselves. */
  helper?: Helper;
  /** Absent when nothing is left to do. */
  pending?: PendingStep;
}

export const CLIENTS = ['h5', 'weapp', 'office'] as const;
/** Which of the three front ends is speaking; sent as X-Jiati-Client. */
export type Client = (typeof CLIENTS)[number];

/** Who holds a session token; answered by the accounts module, so that the platform knows no table of it. */
export abstract class ActorSource {
  /**
   * The actor of a live session, or null when the token is unknown, ended, was given to another front end or belongs to
   * a disabled account.
   */
  abstract actorOf(token: string, client?: Client): Promise<Actor | null>;

  /** What is kept of a token. */
  abstract tokenHash(token: string): string;
}

/** Whoever calls a route that finds out by itself who that is (see `ActorLater`). */
export interface Caller {
  /** SHA-256 of the session's token, as sessions keep it. */
  tokenHash: string;
  /** The front end that speaks: a session is only good for the one it was given to. */
  client: Client;
  /** The actor, if the route admits them. @throws what any other route refuses with */
  actor(): Promise<Actor>;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    caller?: Caller;
  }
}
