import { randomUUID } from 'node:crypto';
import { Account } from '../../../src/modules/accounts/account.entity';
import { RecoveryCodes } from '../../../src/modules/accounts/second-factor/recovery-codes';
import { newTotpSecret, totpCode, totpStep } from '../../../src/modules/accounts/second-factor/totp';
import { TotpSecrets } from '../../../src/modules/accounts/second-factor/totp-secrets';
import { Secrets } from '../../../src/modules/accounts/secrets';
import { DEVICE_PIN, type TestActor } from '../../harness';
import { Authenticator } from '../../passkeys/authenticator';
import { isStaff, type Principal, type World } from '../world';
import { everyone, neighbours, nothing, only, signedIn, staff, type Ask, type Operations } from './shape';

const volunteers = (status: number) => only({ volunteer: status, idleVolunteer: status, expiredVolunteer: status });
const newAuthenticator = () => new Authenticator('http://localhost', 'localhost');

/** Someone of the same role with an account of their own: what is asked ends or changes all sessions of an account. */
async function lookalike(world: World, who: Principal): Promise<TestActor | undefined> {
  const role = world.actor(who)?.role;
  return role && who !== 'disabledOfficer' ? world.api.loginAs(`${role}-${randomUUID().slice(0, 8)}`) : undefined;
}

/** A request of a lookalike: staff come with what `prepare` makes for them, the others are refused before it is looked at. */
const asLookalike =
  (body: object, prepare: (world: World, actor: TestActor) => Promise<Omit<Ask, 'as'>>) =>
  async (world: World, who: Principal): Promise<Ask> => {
    const as = await lookalike(world, who);
    const path = { id: randomUUID() };
    return { path, body, ...(as && { as }), ...(as && isStaff(who) ? await prepare(world, as) : {}) };
  };

const codeOf = ({ api }: World, secret: string) => totpCode(secret, totpStep(api.clock.now()));

/** Makes a passkey in the browser of someone of the staff. */
async function makePasskey({ api }: World, actor: TestActor): Promise<{ key: Authenticator; body: object }> {
  const key = newAuthenticator();
  const { challengeId, options } = (await api.http(actor).post('/api/my/passkeys/options')).body;
  return { key, body: { challengeId, label: '办公室电脑', response: key.create(options) } };
}

async function addPasskey(world: World, actor: TestActor): Promise<{ key: Authenticator; id: string }> {
  const { key, body } = await makePasskey(world, actor);
  return { key, id: (await world.api.http(actor).post('/api/my/passkeys', body)).body.id };
}

const totpBody = { code: '123456' };

/** Second factors, passkeys, one's own password and devices, the lock of a device, helper mode. */
export const sessionOperations: Operations = {
  passTotp: {
    ask: asLookalike(totpBody, async (world, { accountId }) => {
      const secret = newTotpSecret();
      await world.api.app.get(TotpSecrets).install(world.api.dataSource.manager, accountId, secret);
      return { body: { code: codeOf(world, secret) } };
    }),
    answers: staff(200),
  },
  passRecoveryCode: {
    ask: asLookalike({ recoveryCode: '0-AAAAA-AAAAA' }, async ({ api }, { accountId }) => {
      const sheet = await api.app.get(RecoveryCodes).make();
      await api.app.get(RecoveryCodes).replace(api.dataSource.manager, accountId, sheet);
      return { body: { recoveryCode: sheet.codes[0] } };
    }),
    answers: staff(200),
  },
  beginTotpEnrolment: { ask: nothing, answers: staff(200), spendsSession: true },
  confirmTotpEnrolment: {
    ask: asLookalike(totpBody, async (world, { accountId }) => {
      const secret = newTotpSecret();
      await world.api.app.get(TotpSecrets).propose(world.api.dataSource.manager, accountId, secret);
      return { body: { code: codeOf(world, secret) } };
    }),
    answers: staff(200),
  },
  changeMyPassword: {
    ask: asLookalike(
      { currentPassword: 'korridor-teppich-41', newPassword: 'blauer-kanal-im-regen' },
      async ({ api }, actor) => {
        const passwordHash = await api.app.get(Secrets).passwordHash('korridor-teppich-41');
        await api.dataSource.manager.update(Account, { id: actor.accountId }, { passwordHash });
        return {};
      },
    ),
    answers: staff(200),
  },

  beginPasskeySignIn: { ask: nothing, answers: everyone(200) },
  signInByPasskey: {
    ask: async (world) => {
      const { key } = await addPasskey(world, await world.api.loginAs(`officer-${randomUUID().slice(0, 8)}`));
      const { challengeId, options } = (await world.api.http().post('/api/session/passkey/options')).body;
      return { body: { challengeId, response: key.get(options) } };
    },
    answers: everyone(200),
    spendsSession: true,
  },
  listMyPasskeys: { ask: nothing, answers: staff(200) },
  beginPasskey: { ask: nothing, answers: staff(200), spendsSession: true },
  addPasskey: {
    ask: asLookalike({}, async (world, actor) => ({ body: (await makePasskey(world, actor)).body })),
    answers: staff(201),
  },
  removePasskey: {
    ask: asLookalike({}, async (world, actor) => ({ path: { id: (await addPasskey(world, actor)).id } })),
    answers: staff(204),
  },

  setDevicePin: { ask: () => ({ body: { pin: '400826' } }), answers: volunteers(200), spendsSession: true },
  lockDevice: { ask: nothing, answers: volunteers(204), spendsSession: true },
  unlockDevice: { ask: () => ({ body: { pin: DEVICE_PIN } }), answers: volunteers(200), spendsSession: true },

  beginHelperMode: {
    ask: () => ({ body: { helperName: '陈小明', helperRelation: 'child' } }),
    answers: neighbours(200),
    spendsSession: true,
  },
  endHelperMode: { ask: nothing, answers: neighbours(200), spendsSession: true },

  listMyDevices: { ask: nothing, answers: signedIn(200) },
  endMyDevice: {
    ask: async (world, who) => ({ path: { id: (await world.anew(who))?.sessionId ?? randomUUID() } }),
    answers: signedIn(204),
  },
  endMyOtherDevices: {
    ask: async (world, who) => {
      const as = await lookalike(world, who);
      return as ? { as } : {};
    },
    answers: signedIn(204),
  },
};
