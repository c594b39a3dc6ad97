import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { setSessionCookie, type Client } from '../../platform/access';
import type { SessionDto } from './dto/session.dto';
import { ReadSession } from './read-session';
import type { StartedSession } from './sessions';

/** Hands a new session over: in a cookie to a browser, in the answer to a mini-program, which keeps no cookies. */
@Injectable()
export class SessionAnswer {
  constructor(private readonly readSession: ReadSession) {}

  async give(
    started: StartedSession,
    client: Client,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionDto> {
    if (client !== 'weapp') setSessionCookie(request, reply, started.token, started.expiresAt);
    return this.readSession.present(started, client === 'weapp');
  }
}
