import { randomUUID } from 'node:crypto';
import type { Upload } from '../harness/http';
import { doorEvidence, paperEvidence, typed } from '../stories/papers';
import { freshPhone, OFFICER_PASSWORD, PRINCIPALS, rollUpload, type Principal, type World } from './world';

/** What to send to an operation. */
export interface Ask {
  path?: Record<string, string>;
  body?: object;
  upload?: Upload;
}

/** How an operation is asked for, and the status each principal must get. */
export interface OperationCase {
  ask: (world: World, who: Principal) => Ask | Promise<Ask>;
  answers: Record<Principal, number>;
}

type Statuses = Partial<Record<Principal, number>>;
const all = (status: number, except: Statuses = {}): Record<Principal, number> =>
  ({ ...Object.fromEntries(PRINCIPALS.map((who) => [who, status])), ...except }) as Record<Principal, number>;

const everyone = (status: number) => all(status);
const signedIn = (status: number) => all(status, { anonymous: 401 });
const officers = (status: number) => all(403, { anonymous: 401, officer: status });
const neighbours = (status: number, except: Statuses = {}) => all(status, { anonymous: 401, officer: 403, ...except });
const volunteers = (assigned: number, idle: number) =>
  all(403, { anonymous: 401, volunteer: assigned, idleVolunteer: idle });

/** For what changes something only an officer may change: the rest are refused before it is looked at. */
const freshForOfficer = async (who: Principal, make: () => Promise<string>): Promise<string> =>
  who === 'officer' ? make() : randomUUID();

const nothing = () => ({});
const stairwell = (world: World) => ({ path: { id: world.stairwellId } });
const round = (world: World) => ({ path: { id: world.story.roundId } });
const roundMove =
  (state: 'draft' | 'open' | 'closed', body?: object) =>
  async (world: World, who: Principal): Promise<Ask> => ({
    path: { id: await freshForOfficer(who, async () => (await world.roundIn(state)).roundId) },
    ...(body ? { body } : {}),
  });
const review =
  (body: object) =>
  async (world: World, who: Principal): Promise<Ask> => ({
    path: { id: await freshForOfficer(who, () => world.waitingBallot()) },
    body,
  });

const costTable = { totalFen: 1_000, subsidyFen: 0 };
const isVolunteer = (who: Principal) => who === 'volunteer' || who === 'idleVolunteer';

/** The channel each principal would use, with its evidence. */
function ballotOf(world: World, who: Principal): object {
  const ballot = { id: randomUUID(), householdId: world.household, choice: 'for', castAt: world.now() };
  if (who === 'officer') return { ...ballot, channel: 'paper', ...paperEvidence };
  return isVolunteer(who)
    ? { ...ballot, channel: 'home_visit', ...doorEvidence }
    : { ...ballot, channel: 'self_service' };
}

/** Every operation of the API. One that is not here fails the suite. */
export const OPERATIONS: Record<string, OperationCase> = {
  getLiveness: { ask: nothing, answers: everyone(200) },
  getReadiness: { ask: nothing, answers: everyone(200) },
  readDemoGuide: { ask: nothing, answers: everyone(200) },
  listFaqs: { ask: nothing, answers: everyone(200) },
  readOpenLetter: { ask: nothing, answers: everyone(200) },
  readPublicStairwell: { ask: ({ story }) => ({ path: { code: story.place.code } }), answers: everyone(200) },
  readBundle: { ask: round, answers: everyone(200) },
  checkReceipt: { ask: async (world) => ({ path: { code: await world.receiptCode() } }), answers: everyone(200) },

  sendPhoneCode: { ask: () => ({ body: { phone: freshPhone() } }), answers: everyone(202) },
  signInByPhone: { ask: async (world) => ({ body: await world.phoneWithCode() }), answers: everyone(200) },
  signInByPassword: {
    ask: () => ({ body: { username: 'wang', password: OFFICER_PASSWORD } }),
    answers: everyone(200),
  },
  signInBySlip: {
    ask: async (world) => ({
      body: {
        stairwellCode: world.story.place.code,
        roomNo: '201',
        pin: await world.slipPin('201'),
        relation: 'owner',
        statedName: '吴志强',
      },
    }),
    answers: everyone(200),
  },
  getSession: { ask: nothing, answers: signedIn(200) },
  endSession: { ask: nothing, answers: signedIn(204) },

  createBinding: {
    ask: ({ story }) => ({
      body: {
        id: randomUUID(),
        stairwellCode: story.place.code,
        roomNo: '301',
        relation: 'owner',
        method: 'office_check',
        statedName: '何小燕',
      },
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
    answers: neighbours(201, { otherHousehold: 404, tenant: 403, idleVolunteer: 403 }),
  },
  readBallotPaper: {
    ask: ({ story, household }) => ({ path: { roundId: story.roundId, householdId: household } }),
    answers: neighbours(200, { otherHousehold: 404, idleVolunteer: 404, officer: 200 }),
  },
  castBallot: {
    ask: (world, who) => ({ path: { roundId: world.story.roundId }, body: ballotOf(world, who) }),
    answers: neighbours(201, { otherHousehold: 404, tenant: 403, idleVolunteer: 403, officer: 201 }),
  },
  signConsentForm: {
    ask: (world) => ({
      path: { roundId: world.story.roundId },
      body: { id: randomUUID(), householdId: world.household, signature: typed('陈建国'), signedAt: world.now() },
    }),
    answers: neighbours(201, { otherHousehold: 404, tenant: 403, volunteer: 404, idleVolunteer: 404 }),
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

  readOfficeToday: { ask: nothing, answers: officers(200) },
  listEstates: { ask: nothing, answers: officers(200) },
  listStairwellsOfEstate: { ask: ({ story }) => ({ path: { id: story.place.estateId } }), answers: officers(200) },
  listRollOfStairwell: { ask: stairwell, answers: officers(200) },
  correctHousehold: {
    ask: ({ household }) => ({ path: { id: household }, body: { remark: '已核对' } }),
    answers: officers(200),
  },
  mergeOwners: {
    ask: async (world, who) => {
      const [from, into] = who === 'officer' ? await world.twoOwners() : [randomUUID(), randomUUID()];
      return { path: { id: from }, body: { intoOwnerId: into, reason: '同一个人' } };
    },
    answers: officers(200),
  },
  issueSlips: { ask: (world) => ({ ...stairwell(world), body: {} }), answers: officers(201) },
  previewRollImport: { ask: () => ({ upload: rollUpload() }), answers: officers(201) },
  readRollImport: {
    ask: async (world, who) => ({ path: { id: await freshForOfficer(who, () => world.previewedImport()) } }),
    answers: officers(200),
  },
  commitRollImport: {
    ask: async (world, who) => ({ path: { id: await freshForOfficer(who, () => world.previewedImport()) } }),
    answers: officers(200),
  },
  listVolunteers: { ask: nothing, answers: officers(200) },
  saveVolunteer: {
    ask: () => ({ body: { id: randomUUID(), displayName: '周志愿', phone: freshPhone() } }),
    answers: officers(201),
  },
  assignStairwells: {
    ask: async (world) => ({
      path: { id: await world.volunteerId() },
      body: { stairwellIds: [world.stairwellId], expiresOn: '2099-12-31' },
    }),
    answers: officers(200),
  },

  listRulesets: { ask: nothing, answers: officers(200) },
  previewCostTable: {
    ask: (world) => ({
      body: { scopeKind: 'stairwell', scopeId: world.stairwellId, ...costTable, formula: { method: 'equal' } },
    }),
    answers: officers(200),
  },
  listRounds: { ask: nothing, answers: officers(200) },
  draftRound: {
    ask: ({ story }) => ({ body: story.draftFields({ id: randomUUID() }) }),
    answers: officers(201),
  },
  readRound: { ask: round, answers: officers(200) },
  reviseRound: {
    ask: async (world, who) => {
      const { id: _, ...content } = world.story.draftFields({ title: '改过的题目' });
      return { ...(await roundMove('draft')(world, who)), body: content };
    },
    answers: officers(200),
  },
  openRound: { ask: roundMove('draft'), answers: officers(200) },
  closeRound: { ask: roundMove('open'), answers: officers(200) },
  announceRound: { ask: roundMove('closed'), answers: officers(200) },
  voidRound: { ask: roundMove('open', { reason: '方案有变' }), answers: officers(200) },
  readCountSheet: { ask: round, answers: officers(200) },

  listReviews: { ask: nothing, answers: officers(200) },
  readReview: { ask: async (world) => ({ path: { id: await world.waitingBallot() } }), answers: officers(200) },
  approveReview: { ask: review({}), answers: officers(200) },
  returnReview: { ask: review({ reason: '签名看不清' }), answers: officers(200) },
  rejectReview: { ask: review({ reason: '不是本人' }), answers: officers(200) },
  readSignatureImage: { ask: async (world) => ({ path: { id: await world.signatureId() } }), answers: officers(200) },
  readPaperPhoto: { ask: async (world) => ({ path: { id: await world.paperPhotoId() } }), answers: officers(200) },
};
