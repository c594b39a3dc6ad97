import { nothing, only, type Operations } from './shape';

/** Reading the audit log. */
export const auditOperations: Operations = {
  listAuditEvents: { ask: nothing, answers: only({ officer: 200, otherOfficer: 200, auditor: 200, operator: 200 }) },
};
