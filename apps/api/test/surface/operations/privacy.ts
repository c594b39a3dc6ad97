import { randomUUID } from 'node:crypto';
import { isNeighbour, STAFF, type Principal, type World } from '../world';
import { everyone, signedIn, type Ask, type Operations, type Statuses } from './shape';

const nothing = (): Ask => ({});

/** Staff send the operator; a volunteer hands the doors over first. */
const stay: Statuses = { ...Object.fromEntries(STAFF.map((who) => [who, 409])), volunteer: 409 };

/** Whoever may go is somebody like the principal, made for this: the others of the suite are still needed. */
async function leaver({ api }: World, who: Principal): Promise<Ask> {
  const body = { confirmation: '删除' };
  if (!isNeighbour(who) || who === 'volunteer') return { body };
  const role = who.endsWith('Volunteer') ? 'volunteer' : 'resident';
  return { body, as: await api.loginAs(`${role}-leaving-${randomUUID().slice(0, 8)}`) };
}

/** What is kept about oneself: everybody’s own, nobody else’s. */
export const privacyOperations: Operations = {
  listPurposes: { ask: nothing, answers: everyone(200) },
  listMyConsents: { ask: nothing, answers: signedIn(200) },
  giveConsent: {
    ask: () => ({ body: { id: randomUUID(), purpose: 'text-messages', textVersion: '2' } }),
    answers: signedIn(201),
  },
  withdrawConsent: { ask: () => ({ path: { purpose: 'text-messages' } }), answers: signedIn(200) },
  downloadMyData: { ask: nothing, answers: signedIn(200), showsPhone: true },
  previewErasure: { ask: nothing, answers: signedIn(200, stay) },
  eraseMyAccount: { ask: leaver, answers: signedIn(200, stay) },
};
