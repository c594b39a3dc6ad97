import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import type { Refusal } from '../../../platform/errors';
import { Transactions } from '../../../platform/transaction';
import { SecurityLog } from '../security-log';
import { Sessions, type StartedSession } from '../sessions';
import { FactorTries } from './factor-tries';
import { RecoveryCodes } from './recovery-codes';
import { factorRefusals } from './second-factor.refusals';
import { TotpSecrets } from './totp-secrets';

/**
 * The second half of a staff sign-in: a code of the authenticator app, or one from the sheet. The session becomes full
 * and gets a new token. Someone fully signed in may do it again, to change their ways in afterwards.
 */
@Injectable()
export class PassSecondStep {
  constructor(
    private readonly transactions: Transactions,
    private readonly totp: TotpSecrets,
    private readonly recovery: RecoveryCodes,
    private readonly tries: FactorTries,
    private readonly sessions: Sessions,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /** @throws wrong_totp (401; also for a code already taken), second_factor_locked (429, with Retry-After) */
  byTotp(actor: Actor, code: string): Promise<StartedSession> {
    return this.pass(actor, 'totp', factorRefusals.wrong_totp, async (tx) => {
      return (await this.totp.take(tx, actor.accountId, code)) ? {} : null;
    });
  }

  /** @throws wrong_recovery_code (401; also for a used one), second_factor_locked (429, with Retry-After) */
  byRecoveryCode(actor: Actor, code: string): Promise<StartedSession> {
    return this.pass(actor, 'recovery', factorRefusals.wrong_recovery_code, async (tx) => {
      const codesLeft = await this.recovery.use(tx, actor.accountId, code);
      if (codesLeft === null) return null;
      await this.log.write(tx, actor, 'recovery.use', { codesLeft });
      return { codesLeft };
    });
  }

  /** Counts the try, judges it, and either opens the session or writes down that it stayed shut. */
  private async pass(
    actor: Actor,
    by: 'totp' | 'recovery',
    wrong: () => Refusal,
    judge: (tx: EntityManager) => Promise<object | null>,
  ): Promise<StartedSession> {
    const { accountId, sessionId } = actor;
    const { isLast } = await this.transactions.run((tx) => this.tries.spend(tx, accountId));
    const started = await this.transactions.run(async (tx) => {
      const detail = await judge(tx);
      if (detail === null) return null;
      await this.tries.clear(tx, accountId);
      await this.log.write(tx, actor, 'session.start', { by, ...detail });
      return this.sessions.rotate(tx, sessionId, { assurance: 'full', factorAt: this.clock.now() });
    });
    if (started) return started;
    await this.log.refused({ accountId }, by, { triesUsed: isLast });
    // Whoever guessed five times has the password; they may as well type it again.
    if (isLast && actor.pending) await this.transactions.run((tx) => this.sessions.end(tx, sessionId, 'tries_used'));
    throw wrong();
  }
}
