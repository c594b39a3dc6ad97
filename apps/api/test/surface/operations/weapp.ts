import { AppConfig } from '../../../src/config';
import { freshPhone, type World } from '../world';
import { everyone, type Operations } from './shape';

/** What the WeChat app on a phone hands out; the suite runs beside a stand-in. */
async function codeOf({ api }: World, kind: 'login-codes' | 'phone-codes', about: object): Promise<string> {
  const url = `${api.app.get(AppConfig).WECHAT_API_URL}/stand-in/${kind}`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(about) });
  return ((await answer.json()) as { code: string }).code;
}

/** The way in through WeChat. */
export const weappOperations: Operations = {
  signInByWeapp: {
    ask: async (world) => {
      const phone = freshPhone();
      return {
        body: {
          loginCode: await codeOf(world, 'login-codes', { user: phone }),
          phoneCode: await codeOf(world, 'phone-codes', { phone }),
        },
      };
    },
    answers: everyone(200),
    spendsSession: true,
  },
};
