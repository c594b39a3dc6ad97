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
export {
  ActorSource,
  CLIENTS,
  HELPER_RELATIONS,
  isStaff,
  NO_REMIT,
  OFFICE_READERS,
  PENDING_STEPS,
  ROLES,
  STAFF_ROLES,
  type Actor,
  type Caller,
  type Client,
  type Helper,
  type HelperRelation,
  type Neighbourhood,
  type PendingStep,
  type Remit,
  type Role,
  type StaffRole,
} from './actor';
export { helperOfText, helperText } from './helper';
export { AdmitsBefore, assertNothingPending } from './pending-step';
export { remitCondition, type Reached } from './remit';
export { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-token';
