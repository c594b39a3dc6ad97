import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { phoneMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { Vault } from '../../platform/vault';
import { Account } from './account.entity';
import type { SessionDto } from './dto/session.dto';
import { TotpSecrets } from './second-factor/totp-secrets';
import { DEVICE_LOCKS_AFTER_MS } from './session-lifetimes';
import { pendingStep } from './session-standing';
import { Session } from './session.entity';
import { Sessions, type StartedSession } from './sessions';

/** Shows and ends the session of whoever is speaking. */
@Injectable()
export class ReadSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly totp: TotpSecrets,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The session behind a request, and what it still has to do. Its token is not shown again. */
  async execute(actor: Actor): Promise<SessionDto> {
    return this.transactions.read((tx) => this.describe(tx, actor.sessionId, null));
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

  /** A session that was just started or rotated, as its owner receives it. `withToken` where there are no cookies. */
  async present(started: StartedSession, withToken: boolean): Promise<SessionDto> {
    return this.transactions.read((tx) => this.describe(tx, started.id, withToken ? started.token : null));
  }

  private async describe(tx: EntityManager, sessionId: string, token: string | null): Promise<SessionDto> {
    const session = await tx.findOneByOrFail(Session, { id: sessionId });
    const account = await tx.findOneByOrFail(Account, { id: session.accountId });
    const { id, role, displayName, phoneSealed } = account;
    const { helperName, helperRelation } = session;
    const phone = this.vault.openPhone('accounts.phone', id, phoneSealed);
    return {
      token,
      account: { id, role, displayName, phoneMasked: phoneMasked(phone) },
      expiresAt: session.expiresAt.toISOString(),
      assurance: session.assurance,
      next: (await this.nextOf(tx, account, session)) ?? 'none',
      helper: helperName !== null && helperRelation !== null ? { helperName, helperRelation } : null,
    };
  }

  private async nextOf(tx: EntityManager, { id, role, mustChangePassword }: Account, session: Session) {
    const { assurance, devicePinHash, lockedAt, lastSeenAt } = session;
    const idleMs = this.clock.now().getTime() - lastSeenAt.getTime();
    return pendingStep({
      role,
      assurance,
      mustChangePassword,
      hasTotp: assurance === 'password_only' && (await this.totp.isEnrolled(tx, id)),
      hasDevicePin: devicePinHash !== null,
      isLocked: lockedAt !== null || idleMs > DEVICE_LOCKS_AFTER_MS,
    });
  }
}
