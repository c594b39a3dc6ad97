import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Client } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { Account } from './account.entity';
import { accountRefusals } from './accounts.refusals';
import type { SignInByPasswordInput } from './dto/session.dto';
import { Secrets } from './secrets';
import { Sessions, type StartedSession } from './sessions';

const MOST_TRIES = 5;
const LOCK_MS = 15 * 60_000;

/** Signs an officer in. Five wrong passwords lock the account for a quarter of an hour. */
@Injectable()
export class SignInByPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws wrong_password (401; the same for an unknown username), password_locked (429, with Retry-After) */
  async execute(client: Client, { username, password }: SignInByPasswordInput): Promise<StartedSession> {
    const account = await this.transactions.run((tx) => this.spendTry(tx, username));
    const isRight = await this.secrets.passwordMatches(account?.passwordHash ?? null, password);
    if (!account || !isRight || account.disabledAt !== null) throw accountRefusals.wrong_password();
    return this.transactions.run(async (tx) => {
      await tx.update(Account, { id: account.id }, { failedTries: 0, lockedUntil: null });
      await this.audit.record(tx, {
        actor: { accountId: account.id },
        action: 'session.start',
        subjectKind: 'account',
        subjectId: account.id,
        detail: { by: 'password', client },
      });
      return this.sessions.start(tx, account, client);
    });
  }

  /** Counts the try before it is judged, under the row's lock: a hundred tries at once are a hundred tries. */
  private async spendTry(tx: EntityManager, username: string): Promise<Account | null> {
    const account = await tx.findOne(Account, { where: { username }, lock: { mode: 'pessimistic_write' } });
    if (!account) return null;
    const now = this.clock.now();
    const lockedForMs = (account.lockedUntil?.getTime() ?? 0) - now.getTime();
    if (lockedForMs > 0) throw accountRefusals.password_locked({ retryAfterSeconds: Math.ceil(lockedForMs / 1000) });
    const failedTries = account.failedTries + 1;
    const isLast = failedTries >= MOST_TRIES;
    await tx.update(
      Account,
      { id: account.id },
      { failedTries: isLast ? 0 : failedTries, lockedUntil: isLast ? new Date(now.getTime() + LOCK_MS) : null },
    );
    return account;
  }
}
