import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemDocument, refusalOf } from './problem';

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

/** Answers with the problem document of an error; also used for failures before a route is found. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  if (refusal === error && refusal.status >= 500) request.log.warn({ code: refusal.code }, 'request refused');
  else if (refusal.status >= 500) request.log.error({ err: error, code: refusal.code }, 'request failed');
  if (reply.sent) return;
  if (refusal.more.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(refusal.more.retryAfterSeconds));
  void reply
    .status(refusal.status)
    .type('application/problem+json; charset=utf-8')
    .send(problemDocument(refusal, request.id));
}
