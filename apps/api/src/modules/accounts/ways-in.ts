import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Passkey } from './passkeys/passkey.entity';
import { PasswordTries } from './passwords/password-tries';
import { FactorTries } from './second-factor/factor-tries';
import { RecoveryCodes } from './second-factor/recovery-codes';
import { TotpSecrets } from './second-factor/totp-secrets';
import { Sessions } from './sessions';

/** All ways an account of staff comes in, taken together. */
@Injectable()
export class WaysIn {
  constructor(
    private readonly totp: TotpSecrets,
    private readonly recovery: RecoveryCodes,
    private readonly passwordTries: PasswordTries,
    private readonly factorTries: FactorTries,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Takes every second factor away, forgets wrong tries and ends every session: the person begins again with a new
   * password, which the caller has written. The audit line is the caller's too.
   */
  async reset(tx: EntityManager, account: { id: string; username: string | null }): Promise<void> {
    await this.totp.remove(tx, account.id);
    await this.recovery.remove(tx, account.id);
    await tx.delete(Passkey, { accountId: account.id });
    await this.factorTries.clear(tx, account.id);
    if (account.username !== null) await this.passwordTries.clear(tx, account.username);
    await this.sessions.endAllOf(tx, account.id, 'by_office');
  }
}
