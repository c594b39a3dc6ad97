import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../../../config';
import { Clock } from '../../../platform/clock';
import { Account } from '../account.entity';
import { newTotpSecret, totpCode, totpStep } from './totp';
import { TotpSecrets } from './totp-secrets';

/** Plays the authenticator apps of the demo's staff. Does nothing outside the demo. */
@Injectable()
export class DemoCodes {
  constructor(
    private readonly config: AppConfig,
    private readonly totp: TotpSecrets,
    private readonly clock: Clock,
  ) {}

  /** Sets up an app for someone of the demo's staff. @throws Error unless JIATI_DEMO is on */
  async install(tx: EntityManager, accountId: string): Promise<void> {
    if (!this.config.JIATI_DEMO) throw new Error('Only the demo has apps that nobody holds.');
    await this.totp.install(tx, accountId, newTotpSecret());
  }

  /**
   * What the app of each of these people shows: this half-minute's code or, when that was used, the next one's, which is
   * good already. Someone without an app is left out.
   */
  async codesOf(tx: EntityManager, usernames: readonly string[]): Promise<Map<string, string>> {
    const codes = new Map<string, string>();
    if (!this.config.JIATI_DEMO) return codes;
    const now = totpStep(this.clock.now());
    for (const username of usernames) {
      const account = await tx.findOneBy(Account, { username });
      const totp = account && (await this.totp.reveal(tx, account.id));
      if (totp) codes.set(username, totpCode(totp.secret, Math.max(now, Math.min((totp.lastStep ?? 0) + 1, now + 1))));
    }
    return codes;
  }
}
