import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Transactions } from '../../platform/transaction';
import { Vault } from '../../platform/vault';

/** Ways to show who one is. */
export type Proof = 'phone' | 'slip' | 'password' | 'totp' | 'recovery' | 'passkey' | 'device_pin' | 'weapp';

/** Whom a sign-in was about: an account, or a digest of what was typed where there is none. */
export type Claimed = { accountId: string } | { typed: string };

/** As much of a digest as tells one from another and gives nothing away. */
const SHOWN = 12;

/** The audit lines about who came in, who did not, and what they come in with. */
@Injectable()
export class SecurityLog {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly vault: Vault,
  ) {}

  /** A telephone as the log may name it: the beginning of its keyed index. */
  ofPhone(phone: string): Claimed {
    return { typed: this.vault.indexOf('phone', phone).toString('hex') };
  }

  /** Something an account did to its own ways in, or that was done to it. */
  async write(
    tx: EntityManager,
    actor: Pick<Actor, 'accountId'>,
    action: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.audit.record(tx, { actor, action, subjectKind: 'account', subjectId: actor.accountId, detail });
  }

  /** Someone was not let in, or used up their tries. Stands by itself: what it tells of did not happen. */
  async refused(
    claimed: Claimed,
    by: Proof,
    { triesUsed = false, ...detail }: { triesUsed?: boolean; [more: string]: unknown } = {},
  ): Promise<void> {
    const subject =
      'accountId' in claimed
        ? { subjectKind: 'account', subjectId: claimed.accountId }
        : { subjectKind: 'unknown', subjectId: claimed.typed.slice(0, SHOWN) };
    await this.transactions.run(async (tx) => {
      const line = { actor: null, ...subject, detail: { by, ...detail } };
      await this.audit.record(tx, { ...line, action: 'session.refuse' });
      if (triesUsed) await this.audit.record(tx, { ...line, action: 'session.tries_used' });
    });
  }
}
