import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AppConfig } from '../../config';
import { pagePolicy } from './security-headers';

const HASHED_NAME = /[.-][0-9A-Za-z_-]{8,}\.(?:js|css|woff2?|png|jpg|svg|webp)$/;

/**
 * Serves the two browser apps when they are built: H5 at `/` (also `/s/<code>`, where posters lead) and the office
 * console at `/office/`. An address without a file name is a page of the app and gets its index.html.
 */
export async function serveWebApps(
  fastify: FastifyInstance,
  config: Pick<AppConfig, 'H5_DIR' | 'OFFICE_DIR'>,
): Promise<void> {
  if (config.OFFICE_DIR) await serveWebApp(fastify, '/office/', resolve(config.OFFICE_DIR));
  if (config.H5_DIR) await serveWebApp(fastify, '/', resolve(config.H5_DIR));
}

async function serveWebApp(fastify: FastifyInstance, prefix: string, root: string): Promise<void> {
  const index = join(root, 'index.html');
  if (!existsSync(index)) throw new Error(`No index.html in ${root}; build the app first`);
  const html = readFileSync(index, 'utf8');
  const policy = pagePolicy(inlineScriptHashes(html));
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/api/') || /\.[A-Za-z0-9]+(\?|$)/.test(request.url)) return reply.callNotFound();
    return reply
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(html);
  };
  await fastify.register(fastifyStatic, {
    root,
    prefix,
    wildcard: false,
    index: false,
    decorateReply: false,
    cacheControl: false,
    globIgnore: ['**/*.map', 'index.html'],
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED_NAME.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  if (prefix !== '/') fastify.get(prefix.slice(0, -1), (_, reply) => reply.redirect(prefix, 308));
  fastify.get(prefix, page);
  fastify.get(`${prefix}*`, page);
}

/** A build tool may put a small script into index.html: exactly those are allowed, by their hash. */
function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, code = '']) => createHash('sha256').update(code).digest('base64'));
}
