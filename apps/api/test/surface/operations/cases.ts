import { randomUUID } from 'node:crypto';
import { caseOf } from '../../stories/cases';
import type { Principal, World } from '../world';
import { neighbours, nothing, officeReaders, officers, type Operations } from './shape';

/** On a stairwell of its own: owner and co-owner of 101 say different things. */
async function openCase(world: World) {
  const story = await world.roundIn('open');
  await (await story.resident('101')).votes('for');
  await (await story.resident('101', 'co_owner')).votes('against');
  return caseOf(story.officer, '101');
}

const mayCome = (who: Principal) => who === 'officer' || who === 'otherOfficer';

/** Ballots taken back, and answers that differ. */
export const caseOperations: Operations = {
  withdrawBallot: {
    ask: async (world, who) => {
      const { story } = world;
      if (who === 'owner') await (await story.resident('101')).votes('for');
      return {
        path: { roundId: story.roundId, householdId: world.household },
        body: { id: randomUUID(), withdrawnAt: world.now() },
      };
    },
    answers: neighbours(404, { owner: 201, tenant: 403 }),
  },
  listCases: { ask: nothing, answers: officeReaders(200, 200) },
  readCase: { ask: async (world) => ({ path: { id: (await openCase(world)).id } }), answers: officeReaders(200, 404) },
  settleCase: {
    ask: async (world, who) => {
      const body = { id: randomUUID(), ballotId: null, reason: '问过户主本人', version: 1 };
      return { path: { id: mayCome(who) ? (await openCase(world)).id : randomUUID() }, body };
    },
    answers: officers(200, 404),
  },
};
