import { Injectable } from '@nestjs/common';
import { isStaff, type Client } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { Account } from './account.entity';
import { accountRefusals } from './accounts.refusals';
import type { SignInByPasswordInput } from './dto/session.dto';
import { PasswordTries } from './passwords/password-tries';
import { Secrets } from './secrets';
import { SecurityLog } from './security-log';
import { TEMPORARY_PASSWORD_MS } from './session-lifetimes';
import { Sessions, type StartedSession } from './sessions';

/** The first half of a staff sign-in. What it starts is admitted to the second step and to nothing else. */
@Injectable()
export class SignInByPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: Secrets,
    private readonly tries: PasswordTries,
    private readonly sessions: Sessions,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Does the same work for a name that exists and one that does not.
   * @throws wrong_password (401; the same for an unknown username), temporary_password_expired (401),
   *   password_locked (429, with Retry-After)
   */
  async execute(client: Client, { username, password }: SignInByPasswordInput): Promise<StartedSession> {
    const { isLast } = await this.transactions.run((tx) => this.tries.spend(tx, username));
    const account = await this.transactions.read((tx) => tx.findOneBy(Account, { username }));
    const isRight = await this.secrets.passwordMatches(account?.passwordHash ?? null, password);
    if (!account || !isRight || account.disabledAt !== null || !isStaff(account.role)) {
      const claimed = account ? { accountId: account.id } : { typed: this.secrets.usernameDigest(username) };
      await this.log.refused(claimed, 'password', { client, triesUsed: isLast });
      throw accountRefusals.wrong_password();
    }
    if (this.isTooOld(account)) {
      await this.log.refused({ accountId: account.id }, 'password', { client, triesUsed: isLast });
      // Only who typed it right learns this, and it opens nothing any more.
      throw accountRefusals.temporary_password_expired();
    }
    return this.transactions.run(async (tx) => {
      await this.tries.clear(tx, username);
      await this.log.write(tx, { accountId: account.id }, 'session.password_accepted', { client });
      return this.sessions.start(tx, account, client, 'password_only');
    });
  }

  /** A password that was told to someone and lay unused for too long. */
  private isTooOld({ mustChangePassword, passwordChangedAt }: Account): boolean {
    const madeAt = passwordChangedAt?.getTime() ?? 0;
    return mustChangePassword && this.clock.now().getTime() - madeAt >= TEMPORARY_PASSWORD_MS;
  }
}
