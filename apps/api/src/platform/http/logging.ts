import type { FastifyServerOptions } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { AppConfig } from '../../config';
import { describeError } from '../errors';

/**
 * One line a request, as JSON: route pattern instead of the address (an address holds receipt and room codes), never
 * a body, a cookie or a token. Of an error: where and of what kind.
 */
export function loggingOptions(
  config: Pick<AppConfig, 'LOG_LEVEL'>,
): Pick<FastifyServerOptions, 'logger' | 'genReqId'> {
  return {
    genReqId: () => randomUUID(),
    logger: {
      level: config.LOG_LEVEL,
      redact: { paths: ['*.authorization', '*.cookie', '*.phone', '*.pin', '*.code', '*.password'], censor: '***' },
      serializers: {
        req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? '(none)' }),
        res: (reply) => ({ statusCode: reply.statusCode }),
        err: describeError as never,
      },
    },
  };
}
