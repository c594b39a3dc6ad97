import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemDocument, refusalOf } from './problem';
import type { Refusal } from './refusal';

/** The only way an error leaves the API: a problem document with the request's id; defects are logged whole. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    sendProblem(
      error,
      host.switchToHttp().getRequest<FastifyRequest>(),
      host.switchToHttp().getResponse<FastifyReply>(),
    );
  }
}

/** Refusals by which somebody who tries what is not theirs becomes visible. */
const WATCHED = new Set([403, 423, 429]);

/** Ids only: an account's, never a name, an address or what was asked for. */
function whoAndWhat(request: FastifyRequest, { code }: Refusal) {
  const { accountId } = (request as { actor?: { accountId: string } }).actor ?? {};
  return { code, accountId, method: request.method, route: request.routeOptions?.url };
}

/** Answers with the problem document of an error; also used for failures before a route is found. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  if (refusal === error && refusal.status >= 500) request.log.warn({ code: refusal.code }, 'request refused');
  else if (refusal.status >= 500) request.log.error({ err: error, code: refusal.code }, 'request failed');
  else if (WATCHED.has(refusal.status)) request.log.warn(whoAndWhat(request, refusal), 'request refused');
  if (reply.sent) return;
  if (refusal.more.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(refusal.more.retryAfterSeconds));
  void reply
    .status(refusal.status)
    .type('application/problem+json; charset=utf-8')
    .send(problemDocument(refusal, request.id));
}
