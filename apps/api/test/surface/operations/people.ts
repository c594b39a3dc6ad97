import { randomUUID } from 'node:crypto';
import type { Principal, World } from '../world';
import { nothing, only, type Ask, type Operations } from './shape';

/** Someone of the neighbourhood's committee, made anew for those who may change accounts. */
const committeeMember = async (world: World, who: Principal): Promise<string> =>
  ['officer', 'otherOfficer', 'operator'].includes(who) ? world.newCommitteeMember() : randomUUID();
const withReason = async (world: World, who: Principal): Promise<Ask> => ({
  path: { id: await committeeMember(world, who) },
  body: { reason: '调到别处工作' },
});

/** Accounts of those who work here. */
export const peopleOperations: Operations = {
  listPeople: { ask: nothing, answers: only({ officer: 200, otherOfficer: 200, auditor: 200, operator: 200 }) },
  addPerson: {
    ask: ({ at }) => ({
      body: {
        id: randomUUID(),
        role: 'committee',
        displayName: '赵书记',
        username: `zhao-${randomUUID().slice(0, 8)}`,
        remits: [{ kind: 'neighbourhood', ...at }],
      },
    }),
    answers: only({ officer: 201, otherOfficer: 403, operator: 201 }),
  },
  setRemits: {
    ask: async (world, who) => ({
      path: { id: await committeeMember(world, who) },
      body: { remits: [{ kind: 'neighbourhood', ...world.at, expiresOn: '2099-12-31' }] },
    }),
    answers: only({ officer: 200, otherOfficer: 404, operator: 200 }),
  },
  disablePerson: { ask: withReason, answers: only({ officer: 200, otherOfficer: 404, operator: 200 }) },
  enablePerson: { ask: withReason, answers: only({ officer: 200, otherOfficer: 404, operator: 200 }) },
  resetSignIn: { ask: withReason, answers: only({ officer: 200, otherOfficer: 404, operator: 200 }) },
  endSessionsOfPerson: { ask: withReason, answers: only({ officer: 204, otherOfficer: 404, operator: 204 }) },
};
