import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { phoneMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { Account } from './account.entity';
import type { SessionDto } from './dto/session.dto';
import { Session } from './session.entity';
import { Sessions, type StartedSession } from './sessions';

/** Shows and ends the session of whoever is speaking. */
@Injectable()
export class ReadSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** The session behind a request. Its token is not shown again. */
  async execute(actor: Actor): Promise<SessionDto> {
    const { account, session } = await this.transactions.read(async (tx) => ({
      account: await tx.findOneByOrFail(Account, { id: actor.accountId }),
      session: await tx.findOneByOrFail(Session, { id: actor.sessionId }),
    }));
    return presentSession(account, session.expiresAt, null);
  }

  /** Signs out: the token is worthless at once. */
  async end(actor: Actor): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.sessions.end(tx, actor.sessionId);
      await this.audit.record(tx, {
        actor,
        action: 'session.end',
        subjectKind: 'account',
        subjectId: actor.accountId,
      });
    });
  }

  /** A session that was just started, as its owner receives it. `withToken` where there are no cookies. */
  async present(started: StartedSession, withToken: boolean): Promise<SessionDto> {
    const account = await this.transactions.read((tx) => tx.findOneByOrFail(Account, { id: started.accountId }));
    return presentSession(account, started.expiresAt, withToken ? started.token : null);
  }
}

function presentSession(account: Account, expiresAt: Date, token: string | null): SessionDto {
  const { id, role, displayName, phone } = account;
  return {
    token,
    account: { id, role, displayName, phoneMasked: phoneMasked(phone) },
    expiresAt: expiresAt.toISOString(),
  };
}
