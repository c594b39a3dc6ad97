import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/transaction';
import { Account } from '../account.entity';
import { Secrets } from '../secrets';
import { SecurityLog } from '../security-log';
import { Sessions, type StartedSession } from '../sessions';
import type { ChangePasswordInput } from './dto/password.dto';
import { weaknessOf } from './password-rules';
import { PasswordTries } from './password-tries';
import { passwordRefusals } from './password.refusals';

/** One's own password, also the temporary one at the first sign-in. Every other session ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly secrets: Secrets,
    private readonly tries: PasswordTries,
    private readonly sessions: Sessions,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws wrong_current_password (403), password_locked (429, with Retry-After), same_password, weak_password (400,
   *   with the reason)
   */
  async execute(actor: Actor, { currentPassword, newPassword }: ChangePasswordInput): Promise<StartedSession> {
    const { accountId } = actor;
    const account = await this.transactions.read((tx) => tx.findOneByOrFail(Account, { id: accountId }));
    const username = account.username ?? accountId;
    const { isLast } = await this.transactions.run((tx) => this.tries.spend(tx, username));
    if (!(await this.secrets.passwordMatches(account.passwordHash, currentPassword))) {
      await this.log.refused({ accountId }, 'password', { triesUsed: isLast });
      throw passwordRefusals.wrong_current_password();
    }
    if (newPassword === currentPassword) throw passwordRefusals.same_password();
    const message = await weaknessOf(newPassword, [username, account.displayName]);
    if (message) throw passwordRefusals.weak_password({ errors: [{ path: 'newPassword', message }] });
    const passwordHash = await this.secrets.passwordHash(newPassword);
    return this.transactions.run(async (tx) => {
      await this.tries.clear(tx, username);
      await tx.update(
        Account,
        { id: accountId },
        { passwordHash, mustChangePassword: false, passwordChangedAt: this.clock.now() },
      );
      await this.sessions.endAllOf(tx, accountId, 'password_changed', actor);
      await this.log.write(tx, actor, 'password.change');
      return this.sessions.rotate(tx, actor.sessionId, {});
    });
  }
}
