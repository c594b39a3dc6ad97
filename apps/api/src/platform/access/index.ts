export {
  Access,
  ACCESS,
  ActorLater,
  CurrentActor,
  CurrentCaller,
  CurrentClient,
  type Admission,
} from './access.decorator';
export { AccessGuard } from './access.guard';
export { ActorSource, CLIENTS, ROLES, type Actor, type Caller, type Client, type Role } from './actor';
export { clearSessionCookie, SESSION_COOKIE, setSessionCookie } from './session-token';
