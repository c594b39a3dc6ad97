import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/transaction';
import { Account } from '../account.entity';
import { SecurityLog } from '../security-log';
import { Sessions, type StartedSession } from '../sessions';
import type { TotpEnrolmentDto } from './dto/second-factor.dto';
import { FreshFactor } from './fresh-factor';
import { RecoveryCodes } from './recovery-codes';
import { factorRefusals } from './second-factor.refusals';
import { newTotpSecret, totpUri } from './totp';
import { TotpSecrets } from './totp-secrets';

/** Sets up an authenticator app: at the first sign-in, or in place of the one before. */
@Injectable()
export class EnrolTotp {
  constructor(
    private readonly transactions: Transactions,
    private readonly totp: TotpSecrets,
    private readonly recovery: RecoveryCodes,
    private readonly fresh: FreshFactor,
    private readonly sessions: Sessions,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A new secret for the app. It opens nothing until `confirm`; the app before stays good until then.
   * @throws second_factor_again (403) when someone fully signed in has not shown a code for a while
   */
  async begin(actor: Actor): Promise<TotpEnrolmentDto> {
    const secret = newTotpSecret();
    const username = await this.transactions.run(async (tx) => {
      const account = await tx.findOneOrFail(Account, {
        where: { id: actor.accountId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!actor.pending) await this.fresh.assert(tx, actor);
      await this.totp.propose(tx, actor.accountId, secret);
      return account.username ?? account.displayName;
    });
    return { secret, otpauthUri: totpUri(secret, username) };
  }

  /**
   * Makes the new app count once it shows a right code, with a new sheet of recovery codes; every other session ends.
   * @throws wrong_totp (401), no_totp_enrolment (409) when `begin` was not called, or long ago
   */
  async confirm(actor: Actor, code: string): Promise<{ started: StartedSession; recoveryCodes: string[] }> {
    const sheet = await this.recovery.make();
    const { accountId, sessionId } = actor;
    const started = await this.transactions.run(async (tx) => {
      await tx.findOneOrFail(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
      if (!actor.pending) await this.fresh.assert(tx, actor);
      const isConfirmed = await this.totp.confirm(tx, accountId, code);
      if (isConfirmed === null) throw factorRefusals.no_totp_enrolment();
      if (!isConfirmed) throw factorRefusals.wrong_totp();
      await this.recovery.replace(tx, accountId, sheet);
      await this.sessions.endAllOf(tx, accountId, 'factor_changed', actor);
      await this.log.write(tx, actor, 'second_factor.add', { kind: 'totp' });
      if (actor.pending) await this.log.write(tx, actor, 'session.start', { by: 'totp' });
      return this.sessions.rotate(tx, sessionId, { assurance: 'full', factorAt: this.clock.now() });
    });
    return { started, recoveryCodes: sheet.codes };
  }
}
