import { randomUUID } from 'node:crypto';
import { freshPhone, rollUpload, type Principal, type World } from '../world';
import {
  freshForOfficers,
  nothing,
  officeReaders,
  officers,
  round,
  stairwell,
  type Ask,
  type Operations,
} from './shape';

const roundMove =
  (state: 'draft' | 'open' | 'closed', body?: object) =>
  async (world: World, who: Principal): Promise<Ask> => ({
    path: { id: await freshForOfficers(who, async () => (await world.roundIn(state)).roundId) },
    ...(body ? { body } : {}),
  });
const review =
  (body: object) =>
  async (world: World, who: Principal): Promise<Ask> => ({
    path: { id: await freshForOfficers(who, () => world.waitingBallot()) },
    body,
  });
const importOf = async (world: World, who: Principal): Promise<Ask> => ({
  path: { id: await freshForOfficers(who, () => world.previewedImport()) },
});
const costTable = { totalFen: 1_000, subsidyFen: 0 };

/** The office's work: roll, rounds, reviews. */
export const officeOperations: Operations = {
  readOfficeToday: { ask: nothing, answers: officeReaders(200, 200) },
  listProjects: { ask: nothing, answers: officeReaders(200, 200, { committee: 200, contractor: 200 }) },
  listEstates: { ask: nothing, answers: officeReaders(200, 200) },
  readEstate: {
    ask: ({ story }) => ({ path: { id: story.place.estateId } }),
    answers: officeReaders(200, 404),
  },
  listStairwellsOfEstate: {
    ask: ({ story }) => ({ path: { id: story.place.estateId } }),
    answers: officeReaders(200, 404),
  },
  listRollOfStairwell: { ask: stairwell, answers: officeReaders(200, 404) },
  readHousehold: { ask: ({ household }) => ({ path: { id: household } }), answers: officeReaders(200, 404) },
  correctHousehold: {
    ask: ({ household }) => ({ path: { id: household }, body: { remark: '已核对' } }),
    answers: officers(200, 404),
  },
  mergeOwners: {
    ask: async (world, who) => {
      const isOfficer = who === 'officer' || who === 'otherOfficer';
      const [from, into] = isOfficer ? await world.twoOwners() : [randomUUID(), randomUUID()];
      return { path: { id: from }, body: { intoOwnerId: into, reason: '同一个人' } };
    },
    answers: officers(200, 404),
  },
  issueSlips: {
    ask: (world) => ({ ...stairwell(world), body: { householdIds: [world.household] } }),
    answers: officers(201, 404),
  },
  previewRollImport: { ask: () => ({ upload: rollUpload() }), answers: officers(201, 403) },
  readRollImport: { ask: importOf, answers: officers(200, 404) },
  commitRollImport: { ask: importOf, answers: officers(200, 404) },
  saveVolunteer: {
    ask: () => ({ body: { id: randomUUID(), displayName: '周志愿', phone: freshPhone() } }),
    answers: officers(201, 201),
  },
  assignStairwells: {
    ask: async (world) => ({
      path: { id: await world.volunteerId() },
      body: { stairwellIds: [world.stairwellId], expiresOn: '2099-12-31' },
    }),
    answers: officers(200, 404),
  },

  listRulesets: { ask: nothing, answers: officeReaders(200, 200, { committee: 200 }) },
  previewCostTable: {
    ask: (world) => ({
      body: { scopeKind: 'stairwell', scopeId: world.stairwellId, ...costTable, formula: { method: 'equal' } },
    }),
    answers: officers(200, 404),
  },
  listRounds: { ask: nothing, answers: officeReaders(200, 200, { committee: 200 }) },
  draftRound: {
    ask: ({ story }) => ({ body: story.draftFields({ id: randomUUID() }) }),
    answers: officers(201, 404),
  },
  readRound: { ask: round, answers: officeReaders(200, 404, { committee: 200 }) },
  reviseRound: {
    ask: async (world, who) => {
      const { id: _, ...content } = world.story.draftFields({ title: '改过的题目' });
      return { ...(await roundMove('draft')(world, who)), body: content };
    },
    answers: officers(200, 404),
  },
  openRound: { ask: roundMove('draft'), answers: officers(200, 404) },
  closeRound: { ask: roundMove('open'), answers: officers(200, 404) },
  announceRound: { ask: roundMove('closed'), answers: officers(200, 404) },
  voidRound: { ask: roundMove('open', { reason: '方案有变' }), answers: officers(200, 404) },
  readCountSheet: { ask: round, answers: officeReaders(200, 404) },

  listReviews: { ask: nothing, answers: officeReaders(200, 200) },
  readReview: {
    ask: async (world) => ({ path: { id: await world.waitingBallot() } }),
    answers: officeReaders(200, 404),
  },
  approveReview: { ask: review({}), answers: officers(200, 404) },
  returnReview: { ask: review({ reason: '签名看不清' }), answers: officers(200, 404) },
  rejectReview: { ask: review({ reason: '不是本人' }), answers: officers(200, 404) },
  readSignatureImage: {
    ask: async (world) => ({ path: { id: await world.signatureId() } }),
    answers: officeReaders(200, 404),
  },
  readPaperPhoto: {
    ask: async (world) => ({ path: { id: await world.paperPhotoId() } }),
    answers: officeReaders(200, 404),
  },
};
