export { Access, ACCESS, CurrentActor, CurrentClient, type Admission } from './access.decorator';
export { AccessGuard } from './access.guard';
export {
  ActorSource,
  CLIENTS,
  isStaff,
  NO_REMIT,
  OFFICE_READERS,
  ROLES,
  STAFF_ROLES,
  type Actor,
  type Client,
  type Neighbourhood,
  type Remit,
  type Role,
  type StaffRole,
} from './actor';
export { remitCondition, type Reached } from './remit';
export { clearSessionCookie, SESSION_COOKIE, setSessionCookie } from './session-token';
