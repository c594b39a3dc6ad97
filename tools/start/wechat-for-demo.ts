import { WechatStandIn } from '../stand-ins/index.ts';

export interface WechatForDemo {
  /** What the API gets in its environment. */
  env: Record<string, string>;
  /** Null where the API asks WeChat itself, or nobody. */
  standIn: WechatStandIn | null;
  stop: () => Promise<void>;
}

/**
 * WeChat's server side for the demo, so that its mini-program can sign in on a machine without an AppID. Outside the
 * demo, and where an AppID is given, nothing is started.
 */
export async function wechatForDemo(env: Record<string, string | undefined>): Promise<WechatForDemo> {
  const isWanted = env.JIATI_DEMO === '1' && !(env.WECHAT_APP_ID || process.env.WECHAT_APP_ID);
  if (!isWanted) return { env: {}, standIn: null, stop: async () => {} };
  const standIn = await WechatStandIn.start();
  return { env: standIn.environment(), standIn, stop: () => standIn.stop() };
}
