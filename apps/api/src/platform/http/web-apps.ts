import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AppConfig } from '../../config';

const HASHED_NAME = /[.-][0-9A-Za-z_-]{8,}\.(?:js|css|woff2?|png|jpg|svg|webp)$/;

/**
 * Serves what is built for browsers: H5 at `/` (also `/s/<code>`, where posters lead), the office console at `/office/`
 * and the page that checks a public bundle at `/verify/`. An address without a file name is a page of the app and gets its index.html.
 */
export async function serveWebApps(
  fastify: FastifyInstance,
  config: Pick<AppConfig, 'H5_DIR' | 'OFFICE_DIR' | 'VERIFY_DIR'>,
): Promise<void> {
  if (config.OFFICE_DIR) await serveWebApp(fastify, '/office/', resolve(config.OFFICE_DIR));
  if (config.VERIFY_DIR) await serveWebApp(fastify, '/verify/', resolve(config.VERIFY_DIR));
  if (config.H5_DIR) await serveWebApp(fastify, '/', resolve(config.H5_DIR));
}

async function serveWebApp(fastify: FastifyInstance, prefix: string, root: string): Promise<void> {
  const index = join(root, 'index.html');
  if (!existsSync(index)) throw new Error(`No index.html in ${root}; build the app first`);
  const html = readFileSync(index, 'utf8');
  refuseInlineScript(html, index);
  const page = (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/api/') || /\.[A-Za-z0-9]+(\?|$)/.test(request.url)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
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

/**
 * The page's policy runs no script that stands in the page, so one there would only fail in front of a neighbour.
 * @throws Error when a build put one in
 */
export function refuseInlineScript(html: string, name: string): void {
  const inline = /<script(?![^>]*\ssrc=)[^>]*>|<[a-z][^>]*\son[a-z]+\s*=|(?:href|src)\s*=\s*["']?\s*javascript:/i.exec(
    html,
  );
  if (inline) throw new Error(`${name} holds a script of its own (${inline[0]}); scripts are files`);
}
