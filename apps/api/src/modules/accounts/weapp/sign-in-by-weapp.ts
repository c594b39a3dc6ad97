import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isStaff, type Client } from '../../../platform/access';
import { common, type Refusal } from '../../../platform/errors';
import { Transactions } from '../../../platform/transaction';
import { Wechat } from '../../gateways';
import { Account } from '../account.entity';
import { Accounts } from '../accounts';
import type { SignInByWeappInput } from '../dto/weapp-session.dto';
import { SecurityLog } from '../security-log';
import { Sessions, type StartedSession } from '../sessions';
import { WeappIdentities } from './weapp-identities';
import { weappRefusals } from './weapp.refusals';

/**
 * Signs in by WeChat: who it is says the openid, whose account it is says the phone number that WeChat vouches for. A
 * phone is one account, however its owner comes in. When both are given and do not agree, the phone decides: it was
 * allowed just now, and telephones change hands together with their WeChat.
 */
@Injectable()
export class SignInByWeapp {
  constructor(
    private readonly transactions: Transactions,
    private readonly wechat: Wechat,
    private readonly accounts: Accounts,
    private readonly identities: WeappIdentities,
    private readonly sessions: Sessions,
    private readonly log: SecurityLog,
  ) {}

  /**
   * WeChat is asked before any transaction begins: a slow answer must hold no connection.
   * @throws weapp_phone_needed (403) for an openid that is new when no phone code came, weapp_code_refused,
   * weapp_phone_refused (401), weapp_account_blocked, weapp_phone_not_mainland (403), weapp_too_often (429),
   * gateway_unavailable (503), forbidden for a staff's or a disabled account
   */
  async execute(client: Client, { loginCode, phoneCode }: SignInByWeappInput): Promise<StartedSession> {
    const openid = await this.wechat.openidOf(loginCode);
    const phone = phoneCode === undefined ? null : await this.wechat.phoneOf(phoneCode);
    const outcome = await this.transactions.run(async (tx) => {
      const account =
        phone === null ? await this.knownAccount(tx, openid) : await this.accounts.ensureResident(tx, phone);
      if (account.disabledAt !== null || isStaff(account.role)) return account;
      if (phone !== null) await this.bind(tx, openid, account.id);
      await this.log.write(tx, { accountId: account.id }, 'session.start', { by: 'weapp', client });
      return this.sessions.start(tx, account, client);
    });
    if ('token' in outcome) return outcome;
    throw await this.refuse(outcome, client);
  }

  private async knownAccount(tx: EntityManager, openid: string): Promise<Account> {
    const id = await this.identities.accountIdOf(tx, openid);
    if (id === null) throw weappRefusals.weapp_phone_needed();
    return tx.findOneByOrFail(Account, { id });
  }

  private async bind(tx: EntityManager, openid: string, accountId: string): Promise<void> {
    const before = await this.identities.bind(tx, openid, accountId);
    if (before === accountId) return;
    if (before === null) return this.log.write(tx, { accountId }, 'weapp_identity.bind');
    await this.log.write(tx, { accountId: before }, 'weapp_identity.leave', { to: accountId });
    await this.log.write(tx, { accountId }, 'weapp_identity.bind', { from: before });
  }

  /** Staff come in at a desk with two factors; a phone that is handed round must not be a way past them. */
  private async refuse(account: Account, client: Client): Promise<Refusal> {
    await this.log.refused({ accountId: account.id }, 'weapp', { client });
    return common.forbidden();
  }
}
