import { AppConfig } from '../../../src/config';
import type { Holder } from '../../harness/http';
import { freshPhone, type World } from '../world';
import { everyone, type Operations } from './shape';

/** What the WeChat app on a phone hands out; the suite runs beside a stand-in. */
async function codeOf({ api }: World, kind: 'login-codes' | 'phone-codes', about: object): Promise<string> {
  const url = `${api.app.get(AppConfig).WECHAT_API_URL}/stand-in/${kind}`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(about) });
  return ((await answer.json()) as { code: string }).code;
}

/** What somebody nobody has seen before sends to sign in. */
async function firstSignIn(world: World) {
  const phone = freshPhone();
  return {
    loginCode: await codeOf(world, 'login-codes', { user: phone }),
    phoneCode: await codeOf(world, 'phone-codes', { phone }),
  };
}

/** A neighbour who came in through WeChat. */
export async function signInOnPhone(world: World): Promise<Holder> {
  const { body } = await world.api.http(undefined, 'weapp').post('/api/session/weapp', await firstSignIn(world));
  return { token: body.token, client: 'weapp' };
}

/** The way in through WeChat. */
export const weappOperations: Operations = {
  signInByWeapp: {
    ask: async (world) => ({ body: await firstSignIn(world) }),
    answers: everyone(200),
    spendsSession: true,
  },
};
