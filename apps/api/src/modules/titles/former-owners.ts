import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { EndBinding } from '../bindings';
import { RevokeProxyAuthorisation } from '../proxies';
import { RollAccess } from '../roll';

/** Those who belonged to a household through its former owners. */
@Injectable()
export class FormerOwners {
  constructor(
    private readonly roll: RollAccess,
    private readonly bindings: EndBinding,
    private readonly proxies: RevokeProxyAuthorisation,
  ) {}

  /** @throws roll_household_unknown (404) unless the household lies in the actor's remit */
  async assertReaches(tx: EntityManager, actor: Actor, householdId: string): Promise<void> {
    await this.roll.assertHousehold(tx, actor, householdId);
  }

  /** Ends their bindings and takes their letters back; says how many of each. */
  async leave(tx: EntityManager, actor: Actor, householdId: string): Promise<{ bindings: number; letters: number }> {
    const letters = await this.proxies.ofFormerOwners(tx, actor, householdId);
    return { bindings: await this.bindings.ofFormerOwners(tx, actor, householdId), letters };
  }
}
