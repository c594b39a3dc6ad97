import { randomUUID } from 'node:crypto';
import { bind } from '../../harness';
import { freshPhone, type Principal, type World } from '../world';
import { neighbours, nothing, officeReaders, officers, round, type Operations } from './shape';

const mayCome = (who: Principal) => who === 'officer' || who === 'otherOfficer';

/** On a stairwell of its own, whose 101 has chosen text messages. */
async function roundToRemind(world: World): Promise<string> {
  const story = await world.roundIn('open');
  const { api } = world;
  const owner = await api.loginAs(`resident-${randomUUID().slice(0, 8)}`, { phone: freshPhone() });
  await bind(api.dataSource, owner, story.household('101'));
  await api.http(owner).put('/api/my/reminders', { channel: 'sms', textVersion: '2' });
  return story.roundId;
}

/** Reminders of a round, and by what people want them. */
export const reminderOperations: Operations = {
  readMyReminders: { ask: nothing, answers: neighbours(200) },
  chooseMyReminders: { ask: () => ({ body: { channel: 'none', textVersion: null } }), answers: neighbours(200) },
  // Counted only from inside WeChat, where none of these people is.
  countWeappPermission: { ask: nothing, answers: neighbours(409) },
  readRoundReminders: { ask: round, answers: officeReaders(200, 404) },
  remindRound: {
    ask: async (world, who) => ({ path: { id: mayCome(who) ? await roundToRemind(world) : randomUUID() } }),
    answers: officers(201, 404),
  },
};
