export { Access, ACCESS, CurrentActor, CurrentClient, type Admission } from './access.decorator';
export { AccessGuard } from './access.guard';
export { ActorSource, CLIENTS, ROLES, type Actor, type Client, type Role } from './actor';
export { clearSessionCookie, SESSION_COOKIE, setSessionCookie } from './session-token';
