import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** What a request without pictures may weigh, in bytes. */
export const DEFAULT_BODY_LIMIT = 256 * 1024;

/** Lets one route take a heavier body (a signature, a photo of a paper): `@BodyLimit(8 * 1024 * 1024)`. */
export const BodyLimit = (bytes: number) => RouteConfig({ bodyLimit: bytes });

/** Gives each route its own limit before it is registered. */
export function applyBodyLimits(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const own = (route.config as { bodyLimit?: number } | undefined)?.bodyLimit;
    if (own !== undefined) route.bodyLimit = own;
  });
}
