import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isStaff, type Client } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { common, type Refusal } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { Accounts } from './accounts';
import { accountRefusals } from './accounts.refusals';
import type { SignInByPhoneInput } from './dto/session.dto';
import { PhoneCodesRepository } from './phone-codes.repository';
import { Secrets } from './secrets';
import { SecurityLog } from './security-log';
import { Sessions, type StartedSession } from './sessions';

const MOST_TRIES = 5;

/** Signs in by a phone code. The first time makes a resident's account; a phone is one account. */
@Injectable()
export class SignInByPhone {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly codes: PhoneCodesRepository,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly log: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A wrong try is counted even though it is refused, so the refusal is a value until the transaction is through.
   * @throws wrong_code, code_expired (401), code_tries_used (429), forbidden for a staff's or a disabled account
   */
  async execute(client: Client, { phone, code }: SignInByPhoneInput): Promise<StartedSession> {
    const codeId = await this.transactions.run((tx) => this.tryCode(tx, phone, code));
    if (typeof codeId !== 'string') {
      await this.log.refused(this.log.ofPhone(phone), 'phone', {
        client,
        triesUsed: codeId.code === 'code_tries_used',
      });
      throw codeId;
    }
    return this.transactions.run(async (tx) => {
      if (!(await this.codes.use(tx, codeId, this.clock.now()))) throw accountRefusals.code_expired();
      const account = await this.accounts.ensureResident(tx, phone);
      if (account.disabledAt !== null || isStaff(account.role)) throw common.forbidden();
      await this.log.write(tx, { accountId: account.id }, 'session.start', { by: 'phone', client });
      return this.sessions.start(tx, account, client);
    });
  }

  private async tryCode(tx: EntityManager, phone: string, code: string): Promise<string | Refusal> {
    const newest = await this.codes.newestUnused(tx, phone);
    if (!newest) return accountRefusals.wrong_code();
    if (newest.expiresAt <= this.clock.now()) return accountRefusals.code_expired();
    const tried = await this.codes.spendTry(tx, newest.id, MOST_TRIES);
    if (!tried) return accountRefusals.code_tries_used();
    const isRight = this.secrets.sameDigest(tried.codeHash, this.secrets.codeDigest(phone, code));
    return isRight ? tried.id : accountRefusals.wrong_code();
  }
}
