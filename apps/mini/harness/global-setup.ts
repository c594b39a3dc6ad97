import { Books, startSystem, type TestSystem } from './system';

declare global {
  // Jest hands it from setup to teardown through the global object.
  var jiatiSystem: TestSystem | undefined;
}

/** One real API with the demo's estate for all specs of a run; each spec stays in rooms of its own. */
export default async function startOnce(): Promise<void> {
  globalThis.jiatiSystem = await startSystem();
  process.env.JIATI_HARNESS_URL = globalThis.jiatiSystem.url;
  process.env.JIATI_HARNESS_OFFICER = await Books.officerToken(globalThis.jiatiSystem);
  process.env.JIATI_HARNESS_WECHAT_URL = globalThis.jiatiSystem.wechatUrl;
}
