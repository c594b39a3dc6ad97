import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Vault } from '../../../platform/vault';
import { WeappIdentity } from './weapp-identity.entity';

/** Which account a WeChat user signs in to. */
@Injectable()
export class WeappIdentities {
  constructor(
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The account of an openid; null when it was never seen. */
  async accountIdOf(tx: EntityManager, openid: string): Promise<string | null> {
    const openidIndex = this.vault.indexOf('weapp', openid);
    return (await tx.findOneBy(WeappIdentity, { openidIndex }))?.accountId ?? null;
  }

  /**
   * From now on this openid signs in to this account.
   * @returns the account it signed in to before: null when it was new, the same one when nothing changed
   */
  async bind(tx: EntityManager, openid: string, accountId: string): Promise<string | null> {
    const id = randomUUID();
    const openidIndex = this.vault.indexOf('weapp', openid);
    const openidSealed = this.vault.seal('weapp_identities.openid', id, openid);
    const values = { id, accountId, openidIndex, openidSealed, createdAt: this.clock.now() };
    await tx.createQueryBuilder().insert().into(WeappIdentity).values(values).orIgnore().execute();
    // Two sign-ins at once: the second waits for the row of the first, and then sees it.
    const identity = await tx.findOneOrFail(WeappIdentity, {
      where: { openidIndex },
      lock: { mode: 'pessimistic_write' },
    });
    if (identity.id === id) return null;
    if (identity.accountId !== accountId) await tx.update(WeappIdentity, { id: identity.id }, { accountId });
    return identity.accountId;
  }
}
