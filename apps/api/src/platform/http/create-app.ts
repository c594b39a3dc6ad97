import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { constants } from 'node:zlib';
import type { DynamicModule } from '@nestjs/common';
import { AppConfig } from '../../config';
import { rememberRequestIds } from '../audit';
import { common, sendProblem } from '../errors';
import { answerBrokenRequest } from './broken-request';
import { applyBodyLimits, DEFAULT_BODY_LIMIT } from './body-limit';
import { Drain } from './drain';
import { loggingOptions } from './logging';
import { NestLogger } from './nest-logger';
import { applySecurityHeaders } from './security-headers';
import { trustHops } from './trusted-hops';
import { serveWebApps } from './web-apps';

/** The most an uploaded file may weigh, in bytes. */
export const FILE_LIMIT = 16 * 1024 * 1024;

/** What the headers of a request may weigh together, in bytes. */
const HEADER_LIMIT = 16 * 1024;

/** Milliseconds a client has for its headers and for its whole request, so that a thousand slow ones do not fill the house. */
export const TIMEOUTS = { headers: 10_000, request: 60_000, lookEvery: 1_000 };

/** The adapter every application of this API runs on: server, tests and the OpenAPI writer alike. */
export function createAdapter(config: AppConfig): FastifyAdapter {
  return new FastifyAdapter({
    ...loggingOptions(config),
    trustProxy: config.TRUSTED_HOPS === 0 ? false : trustHops(config.TRUSTED_HOPS),
    bodyLimit: DEFAULT_BODY_LIMIT,
    forceCloseConnections: 'idle',
    // A request that still arrives while the server stops is answered as always, not with Fastify's own bare 503.
    return503OnClosing: false,
    requestTimeout: TIMEOUTS.request,
    http: {
      headersTimeout: TIMEOUTS.headers,
      connectionsCheckingInterval: TIMEOUTS.lookEvery,
      maxHeaderSize: HEADER_LIMIT,
    },
    clientErrorHandler: answerBrokenRequest,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: unknown, request: never, reply: never) => sendProblem(error, request, reply),
  } as never);
}

/** Builds the application with everything that is the same for all modules; does not connect or listen yet. */
export async function createApp(root: DynamicModule, config: AppConfig): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, createAdapter(config), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  await prepareApp(app);
  return app;
}

/** What `createApp` adds to a bare Nest application; tests that build it with the testing module call it too. */
export async function prepareApp(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.useLogger(new NestLogger(fastify.log));
  app.setGlobalPrefix('api');
  rememberRequestIds(fastify);
  await fastify.register(fastifyCompress, {
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyMultipart, {
    throwFileSizeLimit: true,
    limits: { fileSize: FILE_LIMIT, files: 1, fields: 12, fieldSize: 4_096, parts: 13, headerPairs: 100 },
  });
  parseJsonOnly(fastify);
  applyBodyLimits(fastify);
  applySecurityHeaders(fastify);
  app.get(Drain).applyTo(fastify);
  await serveWebApps(fastify, app.get(AppConfig));
}

/** JSON and multipart only. An empty body with a JSON content type is no body, as browsers send it for a bare POST. */
function parseJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined);
    return parse(request, body as string, (error, value) => done(error && common.malformed(), value));
  });
}
