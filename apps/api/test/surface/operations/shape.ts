import { randomUUID } from 'node:crypto';
import type { Holder, Upload } from '../../harness/http';
import { isNeighbour, isStaff, PRINCIPALS, type Principal, type World } from '../world';

/** What to send to an operation. */
export interface Ask {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  upload?: Upload;
  /** Someone made for this one request, instead of the principal's usual session. */
  as?: Holder;
}

/** How an operation is asked for, and the status each principal must get. */
export interface OperationCase {
  ask: (world: World, who: Principal) => Ask | Promise<Ask>;
  answers: Record<Principal, number>;
  /** The request ends or changes the session it comes with, so each principal comes with a new one. */
  spendsSession?: true;
  /** The answer holds a whole telephone number, which is the point of it (unmasking, the demo's guide). */
  showsPhone?: true;
}

export type Operations = Record<string, OperationCase>;
export type Statuses = Partial<Record<Principal, number>>;

const of = (status: (who: Principal) => number, except: Statuses): Record<Principal, number> =>
  Object.fromEntries(PRINCIPALS.map((who) => [who, except[who] ?? status(who)])) as Record<Principal, number>;

/** Nobody is signed in behind these two: 401 wherever a session is needed. */
const isNobody = (who: Principal) => who === 'anonymous' || who === 'disabledOfficer';
const isVolunteering = (who: Principal) => ['volunteer', 'idleVolunteer', 'expiredVolunteer'].includes(who);

/** A public operation. */
export const everyone = (status: number, except: Statuses = {}) => of(() => status, except);

/** Anyone with a session; 401 without. */
export const signedIn = (status: number, except: Statuses = {}) => of((who) => (isNobody(who) ? 401 : status), except);

/** Only those named in `answers`; 403 for everyone else who is signed in, 401 without a session. */
export const only = (answers: Statuses) => of((who) => (isNobody(who) ? 401 : 403), answers);

/**
 * @Access('resident'): residents and volunteers alike; staff get 403. Say in `except` who may come this far but asks for
 * someone else's household (404).
 */
export const neighbours = (status: number, except: Statuses = {}) =>
  of((who) => (isNobody(who) ? 401 : isNeighbour(who) ? status : 403), except);

/** @Access('volunteer'): the assigned volunteer, and those who are not (any more); everyone else 403. */
export const volunteers = (assigned: number, unassigned: number, except: Statuses = {}) =>
  of((who) => (isNobody(who) ? 401 : isVolunteering(who) ? unassigned : 403), { volunteer: assigned, ...except });

/**
 * @Access('officer'): `own` for the officer of the neighbourhood, `elsewhere` for the officer of another one (404 for a
 * row, 200 for a list, which is then empty); everyone else 403.
 */
export const officers = (own: number, elsewhere: number, except: Statuses = {}) =>
  only({ officer: own, otherOfficer: elsewhere, ...except });

/** @Access(...OFFICE_READERS): officer, street and auditor read; the officer of another neighbourhood gets `elsewhere`. */
export const officeReaders = (own: number, elsewhere: number, except: Statuses = {}) =>
  only({ officer: own, street: own, auditor: own, otherOfficer: elsewhere, ...except });

/** Anyone of the staff; neighbours 403. */
export const staff = (status: number, except: Statuses = {}) =>
  of((who) => (isNobody(who) ? 401 : isStaff(who) ? status : 403), except);

/**
 * A row of its own for those who come far enough to change it (the officers, both of them); the others are refused
 * before a row is looked at, and get an id of nothing.
 */
export const freshForOfficers = async (who: Principal, make: () => Promise<string>): Promise<string> =>
  who === 'officer' || who === 'otherOfficer' ? make() : randomUUID();

/** Asks without anything. */
export const nothing = () => ({});
export const stairwell = (world: World) => ({ path: { id: world.stairwellId } });
export const round = (world: World) => ({ path: { id: world.story.roundId } });
