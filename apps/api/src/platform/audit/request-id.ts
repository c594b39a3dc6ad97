import type { FastifyInstance } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The id of the request that is being answered, for lines written deep below it. Nothing else travels this way: who
 * acts and in which transaction are arguments.
 */
const requestIds = new AsyncLocalStorage<string>();

/** The id of the request being answered; null outside of one (a command, the demo's seed). */
export function currentRequestId(): string | null {
  return requestIds.getStore() ?? null;
}

/** Makes the id of each request known to everything it calls. */
export function rememberRequestIds(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => requestIds.run(String(request.id), done));
}
