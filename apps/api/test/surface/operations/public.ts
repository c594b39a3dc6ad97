import { freshPhone, OFFICER_PASSWORD } from '../world';
import { everyone, nothing, round, signedIn, type Operations } from './shape';

/** What needs no session, the ways in, and the session itself. */
export const publicOperations: Operations = {
  getLiveness: { ask: nothing, answers: everyone(200) },
  getReadiness: { ask: nothing, answers: everyone(200) },
  readDemoGuide: { ask: nothing, answers: everyone(200), showsPhone: true },
  listFaqs: { ask: nothing, answers: everyone(200) },
  readOpenLetter: { ask: nothing, answers: everyone(200) },
  readPublicStairwell: { ask: ({ story }) => ({ path: { code: story.place.code } }), answers: everyone(200) },
  readBundle: { ask: round, answers: everyone(200) },
  checkReceipt: { ask: async (world) => ({ path: { code: await world.receiptCode() } }), answers: everyone(200) },

  sendPhoneCode: { ask: () => ({ body: { phone: freshPhone() } }), answers: everyone(202) },
  // Signing in ends the session one came with.
  signInByPhone: {
    ask: async (world) => ({ body: await world.phoneWithCode() }),
    answers: everyone(200),
    spendsSession: true,
  },
  signInByPassword: {
    ask: () => ({ body: { username: 'wang', password: OFFICER_PASSWORD } }),
    answers: everyone(200),
    spendsSession: true,
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
    spendsSession: true,
  },
  getSession: { ask: nothing, answers: signedIn(200) },
  endSession: { ask: nothing, answers: signedIn(204), spendsSession: true },
};
