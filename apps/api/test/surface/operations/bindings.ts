import { randomUUID } from 'node:crypto';
import { bind } from '../../harness';
import { PAPER_PHOTO } from '../../stories/papers';
import type { StairwellStory } from '../../stories/stairwell-story';
import { freshPhone, type Principal, type World } from '../world';
import { freshForOfficers, neighbours, nothing, officeReaders, officers, type Ask, type Operations } from './shape';

/** None of these belongs to 101: what is 101's does not exist for them. */
const strangers = {
  otherHousehold: 404,
  otherStairwell: 404,
  formerOwner: 404,
  volunteer: 404,
  idleVolunteer: 404,
  expiredVolunteer: 404,
};

/** A binding of somebody else in 101, made for one request. */
const boundToEnd = async (world: World): Promise<string> => {
  const someone = await world.api.loginAs(`resident-${randomUUID()}`);
  return bind(world.api.dataSource, someone, world.household, 'relative');
};
const ofSomeone =
  (body: object) =>
  async (world: World, who: Principal): Promise<Ask> => ({
    path: { id: await freshForOfficers(who, () => boundToEnd(world)) },
    body,
  });

/** A door of its own, so that what happens to it changes nothing for the others who ask. */
const freshDoor = async (world: World, who: Principal): Promise<string> =>
  freshForOfficers(who, async () => (await world.roundIn('draft')).household('101'));

const letterOf = (world: World, householdId: string) => ({
  ...{ id: randomUUID(), householdId, roundId: null, proxyName: '陈小妹', proxyPhone: freshPhone() },
  ...{ documentKind: 'identity_card', documentNumber: '990101195001011234', letterPhotoBase64: PAPER_PHOTO },
  ...{ validFromOn: world.story.dayIn(0), validUntilOn: world.story.dayIn(30) },
});

/** A letter of the owner of 101 in a stairwell of its own, and its story. */
const givenLetter = async (world: World): Promise<{ id: string; story: StairwellStory }> => {
  const story = await world.roundIn('draft');
  const owner = await story.resident('101');
  const { body } = await owner.http.post('/api/proxy-authorisations', letterOf(world, story.household('101')));
  return { id: body.id, story };
};

/** Belonging to a household, households that change hands, disputes, and letters for proxies. */
export const bindingOperations: Operations = {
  listHouseholdPeople: {
    ask: ({ household }) => ({ path: { householdId: household } }),
    answers: neighbours(200, { ...strangers, tenant: 403 }),
  },
  endOwnBinding: {
    ask: async (world) => ({ path: { id: await boundToEnd(world) } }),
    answers: neighbours(404),
  },
  listBindings: { ask: nothing, answers: officeReaders(200, 200) },
  endBinding: { ask: ofSomeone({ reason: '已经搬走' }), answers: officers(200, 404) },
  setBindingExpiry: { ask: ofSomeone({ expiresOn: '2099-12-31' }), answers: officers(200, 404) },

  recordTitleTransfer: {
    ask: async (world, who) => ({
      path: { id: await freshDoor(world, who) },
      body: {
        ...{ id: randomUUID(), newOwnerNames: ['许志明'], transferredOn: world.story.dayIn(-1), note: '' },
        documentNumber: '沪（2026）闵字第012345号',
      },
    }),
    answers: officers(201, 404),
  },
  listTitleTransfers: { ask: ({ household }) => ({ path: { id: household } }), answers: officeReaders(200, 404) },

  openDispute: {
    ask: async (world, who) => ({
      path: { id: await freshDoor(world, who) },
      body: { id: randomUUID(), reason: '两位继承人都说房子归自己' },
    }),
    answers: officers(201, 404),
  },
  settleDispute: {
    ask: async (world, who) => ({
      path: {
        id: await freshForOfficers(who, async () => {
          const story = await world.roundIn('draft');
          return story.officer.freezes('101');
        }),
      },
      body: { reason: '调解书已收到' },
    }),
    answers: officers(200, 404),
  },
  listDisputes: { ask: nothing, answers: officeReaders(200, 200) },

  giveProxyAuthorisation: {
    ask: async (world, who) => {
      if (who !== 'owner') return { body: letterOf(world, world.household) };
      const story = await world.roundIn('draft');
      const owner = await story.resident('101');
      return { body: letterOf(world, story.household('101')), as: owner.actor };
    },
    answers: neighbours(201, { ...strangers, tenant: 403 }),
  },
  listHouseholdProxyAuthorisations: {
    ask: ({ household }) => ({ path: { id: household } }),
    answers: officeReaders(200, 404),
  },
  listMyProxyAuthorisations: { ask: nothing, answers: neighbours(200) },
  revokeProxyAuthorisation: {
    ask: async (world, who) => {
      const { id, story } = await givenLetter(world);
      const body = { reason: '我自己投' };
      if (who !== 'owner') return { path: { id }, body };
      return { path: { id }, body, as: (await story.resident('101')).actor };
    },
    answers: neighbours(404, { owner: 200, officer: 200, otherOfficer: 404 }),
  },
};
