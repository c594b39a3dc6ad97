import { randomUUID } from 'node:crypto';
import { doorEvidence, paperEvidence, typed } from '../../stories/papers';
import type { Principal, World } from '../world';
import { neighbours, nothing, stairwell, volunteers, type Operations, type Statuses } from './shape';

const isVolunteer = (who: Principal) => ['volunteer', 'idleVolunteer', 'expiredVolunteer'].includes(who);

/** Signed in, but belonging to another household, or to none (any more): what is 101's does not exist for them. */
const strangers = (status: number): Statuses => ({
  otherHousehold: status,
  otherStairwell: status,
  formerOwner: status,
});
const unassigned = (status: number): Statuses => ({ idleVolunteer: status, expiredVolunteer: status });

/** The channel each principal would use, with its evidence. */
function ballotOf(world: World, who: Principal): object {
  const ballot = { id: randomUUID(), householdId: world.household, choice: 'for', castAt: world.now() };
  if (who === 'officer' || who === 'otherOfficer') return { ...ballot, channel: 'paper', ...paperEvidence };
  return isVolunteer(who)
    ? { ...ballot, channel: 'home_visit', ...doorEvidence }
    : { ...ballot, channel: 'self_service' };
}

/** What residents and volunteers do. */
export const neighbourOperations: Operations = {
  createBinding: {
    ask: async ({ api, story }, who) => ({
      body: {
        id: randomUUID(),
        stairwellCode: story.place.code,
        roomNo: '301',
        relation: 'owner',
        method: 'office_check',
        statedName: '何小燕',
      },
      // Nobody asks twice for the same home, so an owner comes who has not asked yet.
      ...(who === 'owner' && { as: await api.loginAs(`resident-${randomUUID().slice(0, 8)}`) }),
    }),
    answers: neighbours(201),
  },
  listRollMatches: { ask: nothing, answers: neighbours(200) },
  listMyHouseholds: { ask: nothing, answers: neighbours(200) },
  expressInterest: {
    ask: ({ household }, who) => ({
      body: {
        id: randomUUID(),
        householdId: household,
        stance: 'for',
        reasons: [],
        note: '',
        channel: isVolunteer(who) ? 'home_visit' : 'self_service',
      },
    }),
    answers: neighbours(201, { ...strangers(404), tenant: 403, ...unassigned(403) }),
  },
  readBallotPaper: {
    ask: ({ story, household }) => ({ path: { roundId: story.roundId, householdId: household } }),
    answers: neighbours(200, { ...strangers(404), ...unassigned(404), officer: 200, otherOfficer: 404 }),
  },
  castBallot: {
    ask: (world, who) => ({ path: { roundId: world.story.roundId }, body: ballotOf(world, who) }),
    answers: neighbours(201, {
      ...strangers(404),
      tenant: 403,
      ...unassigned(403),
      officer: 201,
      otherOfficer: 404,
    }),
  },
  signConsentForm: {
    ask: (world) => ({
      path: { roundId: world.story.roundId },
      body: { id: randomUUID(), householdId: world.household, signature: typed('陈建国'), signedAt: world.now() },
    }),
    answers: neighbours(201, { ...strangers(404), tenant: 403, volunteer: 404, ...unassigned(404) }),
  },

  listAssignedStairwells: { ask: nothing, answers: volunteers(200, 200) },
  readStairwellDoors: { ask: stairwell, answers: volunteers(200, 403) },
  recordVisit: {
    ask: (world) => ({
      body: {
        id: randomUUID(),
        householdId: world.household,
        outcome: 'not_home',
        note: '',
        revisitOn: null,
        visitedAt: world.now(),
      },
    }),
    answers: volunteers(201, 403),
  },
};
