import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { sessionTokenOf, setSessionCookie, type Client } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Transactions } from '../../platform/transaction';
import { deviceNameOf } from './devices/device-name';
import type { SessionDto } from './dto/session.dto';
import { ReadSession } from './read-session';
import { Session } from './session.entity';
import { Sessions, type StartedSession } from './sessions';

/**
 * Hands a session over, new or with a new token: in a cookie to a browser, in the answer to a mini-program, which keeps
 * no cookies. A session the request came with ends here: what was planted in a browser before a sign-in is worth
 * nothing after it.
 */
@Injectable()
export class SessionAnswer {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly readSession: ReadSession,
    private readonly audit: Audit,
  ) {}

  /** The session as its owner receives it; a browser's cookie is set on `reply`. */
  async give(
    started: StartedSession,
    client: Client,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionDto> {
    await this.transactions.run(async (tx) => {
      await this.endCarried(tx, started, sessionTokenOf(request));
      await tx.update(Session, { id: started.id }, { deviceName: deviceNameOf(request) });
    });
    if (client !== 'weapp') setSessionCookie(request, reply, { ...started, client });
    return this.readSession.present(started, client === 'weapp');
  }

  private async endCarried(tx: EntityManager, started: StartedSession, token: string | undefined): Promise<void> {
    const carried = token === undefined ? null : await this.sessions.findByToken(tx, token);
    if (!carried || carried.id === started.id) return;
    await this.sessions.end(tx, carried.id, 'replaced');
    await this.audit.record(tx, {
      actor: { accountId: carried.accountId },
      action: 'session.revoke',
      subjectKind: 'session',
      subjectId: carried.id,
      detail: { reason: 'replaced' },
    });
  }
}
