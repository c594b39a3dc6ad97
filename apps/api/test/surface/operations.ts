import { auditOperations } from './operations/audit';
import { bindingOperations } from './operations/bindings';
import { caseOperations } from './operations/cases';
import { neighbourOperations } from './operations/neighbours';
import { officeOperations } from './operations/office';
import { phoneOperations } from './operations/phones';
import { privacyOperations } from './operations/privacy';
import { peopleOperations } from './operations/people';
import { publicOperations } from './operations/public';
import { reminderOperations } from './operations/reminders';
import { sessionOperations } from './operations/sessions';
import { weappOperations } from './operations/weapp';
import type { Operations } from './operations/shape';

export type { Ask, OperationCase } from './operations/shape';

/**
 * Who may do what: for every operation of the API what is asked, and the status each principal of world.ts must get.
 * An operation that is missing here, or is no operation any more, fails access-matrix.spec.ts.
 *
 * To add some: a file of your own in operations/ with one `Operations` object, spread below. Each entry is
 *   operationId: { ask: (world, who) => ({ path, query, body }), answers: officers(200, 404) }
 * `answers` starts from the route's @Access and names the exceptions:
 *   everyone(200) · signedIn(200) · neighbours(200, { tenant: 403 }) · volunteers(200, 403) · officers(own, elsewhere) ·
 *   officeReaders(own, elsewhere) · staff(200) · only({ operator: 200 })
 * each takes exceptions by principal as its last argument. A row outside someone's reach is 404, a role that the route
 * does not admit is 403, nobody signed in (anonymous, disabledOfficer) is 401. What can be done only once is made anew
 * for those who come that far (`freshForOfficers`). `spendsSession` gives each principal a new session for the request;
 * `as` in what `ask` returns sends it as someone made for the occasion.
 */
export const OPERATIONS: Operations = {
  ...bindingOperations,
  ...caseOperations,
  ...publicOperations,
  ...neighbourOperations,
  ...officeOperations,
  ...peopleOperations,
  ...auditOperations,
  ...phoneOperations,
  ...privacyOperations,
  ...reminderOperations,
  ...sessionOperations,
  ...weappOperations,
};
