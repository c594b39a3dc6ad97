import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { common } from '../errors';

/** What a request without pictures may weigh, in bytes. */
export const DEFAULT_BODY_LIMIT = 256 * 1024;

/** Lets one route take a heavier body (a signature, a photo of a paper): `@BodyLimit(8 * 1024 * 1024)`. */
export const BodyLimit = (bytes: number) => RouteConfig({ bodyLimit: bytes });

/** Lets one route take a file as a form sends it, of so many bytes: every other route takes JSON only. */
export const TakesFile = (bytes: number) => RouteConfig({ bodyLimit: bytes, takesFile: true });

interface Weighed {
  bodyLimit?: number;
  takesFile?: boolean;
}

/** Gives each route its own limit before it is registered, and keeps forms from those that take none. */
export function applyBodyLimits(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const own = (route.config as Weighed | undefined)?.bodyLimit;
    if (own !== undefined) route.bodyLimit = own;
  });
  // The parser of forms would leave the body of any other route empty, which is not what was sent.
  fastify.addHook('onRequest', async (request) => {
    const isForm = /^multipart\//i.test(request.headers['content-type'] ?? '');
    const { takesFile } = request.routeOptions.config as Weighed;
    if (isForm && !request.is404 && !takesFile) throw common.unsupported_media_type();
  });
}
