import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { phonesMasked } from '../../platform/privacy';
import { Transactions } from '../../platform/transaction';
import { BindingAccess } from '../bindings';
import { Submissions } from '../reviews';
import { RollAccess } from '../roll';
import { lockRoundsAsking } from '../rounds';
import type { ProxyAuthorisationDto } from './dto/proxy.dto';
import { ProxyAuthorisation } from './proxy-authorisation.entity';
import { proxyRefusals } from './proxies.refusals';
import type { RevokeCause } from './proxy.types';
import { ReadProxies } from './read-proxies';

/**
 * Takes a letter back. Effective at once: the revocation waits for a ballot that is being cast, and no ballot is cast
 * by this letter after it. Ballots cast before stay, as acts within the authority do (民法典 art. 162, 173).
 */
@Injectable()
export class RevokeProxyAuthorisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingAccess,
    private readonly roll: RollAccess,
    private readonly submissions: Submissions,
    private readonly proxies: ReadProxies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * By whoever gave it, by an owner or co-owner of the household, or by an officer with a reason. Safe to repeat.
   * @throws proxy_unknown (404) for everyone else; proxy_not_pending (409) when the office gave it back before
   */
  async execute(actor: Actor, id: string, reason: string): Promise<ProxyAuthorisationDto> {
    return this.transactions.run(async (tx) => {
      const letter = await tx.findOneBy(ProxyAuthorisation, { id });
      if (!letter) throw proxyRefusals.proxy_unknown();
      const cause = await this.causeOf(tx, actor, letter);
      await lockRoundsAsking(tx, letter.householdId);
      const { state } = await tx.findOneOrFail(ProxyAuthorisation, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (state === 'returned' || state === 'rejected') throw proxyRefusals.proxy_not_pending();
      if (state !== 'revoked') await this.revoke(tx, actor, letter, cause, reason);
      return this.proxies.one(tx, id);
    });
  }

  /**
   * Takes back every letter of a household that has changed hands. The caller holds the rounds that ask it.
   * @returns how many
   */
  async ofFormerOwners(tx: EntityManager, actor: Actor, householdId: string): Promise<number> {
    const letters = await tx.find(ProxyAuthorisation, {
      where: { householdId, state: In(['pending', 'approved']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const letter of letters) await this.revoke(tx, actor, letter, 'title_transfer', '');
    return letters.length;
  }

  /** Takes back every letter that somebody gave who is closing the account. */
  async ofGiver(tx: EntityManager, actor: Actor, reason: string): Promise<void> {
    const given = { givenBy: actor.accountId, state: In(['pending', 'approved'] as const) };
    const letters = await tx.find(ProxyAuthorisation, { where: given, order: { id: 'ASC' } });
    for (const { id, householdId } of letters) {
      await lockRoundsAsking(tx, householdId);
      const letter = await tx.findOne(ProxyAuthorisation, {
        where: { id, ...given },
        lock: { mode: 'pessimistic_write' },
      });
      if (letter) await this.revoke(tx, actor, letter, 'owner', reason);
    }
  }

  private async causeOf(tx: EntityManager, actor: Actor, letter: ProxyAuthorisation): Promise<RevokeCause> {
    if (actor.role === 'officer') {
      await this.roll.assertHousehold(tx, actor, letter.householdId, proxyRefusals.proxy_unknown);
      return 'office';
    }
    const relation = await this.bindings.relationOf(tx, actor.accountId, letter.householdId);
    const isTheirs = letter.givenBy === actor.accountId || relation === 'owner' || relation === 'co_owner';
    if (!isTheirs) throw proxyRefusals.proxy_unknown();
    return 'owner';
  }

  private async revoke(
    tx: EntityManager,
    actor: Actor,
    { id, householdId }: ProxyAuthorisation,
    revokeCause: RevokeCause,
    revokeReason: string,
  ): Promise<void> {
    const revoked = { revokedAt: this.clock.now(), revokedBy: actor.accountId, revokeCause, revokeReason };
    await tx.update(ProxyAuthorisation, { id }, { state: 'revoked', ...revoked });
    await this.submissions.withdraw(tx, { proxyAuthorisationId: id });
    await this.audit.record(tx, {
      actor,
      action: 'proxy.revoke',
      subjectKind: 'proxy_authorisation',
      subjectId: id,
      householdId,
      detail: { householdId, cause: revokeCause, ...(revokeReason ? { reason: phonesMasked(revokeReason) } : {}) },
    });
  }
}
