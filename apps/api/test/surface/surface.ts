import { WechatStandIn } from '@jiati/tools/stand-ins';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '../../src/platform/openapi';
import { startTestApi, type TestApi } from '../harness';
import { routesOf, type Route } from './asking';
import { World } from './world';

/** The whole product beside a stand-in for WeChat's servers, with every route there is and a world to ask about. */
export class Surface {
  readonly document: OpenAPIObject;
  readonly routes: Record<string, Route>;

  private constructor(
    readonly api: TestApi,
    readonly world: World,
    private readonly wechat: WechatStandIn,
  ) {
    this.document = describeApi(api.app);
    this.routes = routesOf(this.document);
  }

  static async begin(environment: Record<string, string> = {}): Promise<Surface> {
    const wechat = await WechatStandIn.start();
    const api = await startTestApi({ environment: { JIATI_DEMO: '1', ...environment, ...wechat.environment() } });
    return new Surface(api, await World.begin(api), wechat);
  }

  async stop(): Promise<void> {
    await this.api.stop();
    await this.wechat.stop();
  }
}
