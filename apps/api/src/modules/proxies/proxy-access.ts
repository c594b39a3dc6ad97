import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { lettersHeld, otherHouseholdsActedFor, type HeldLetter } from './proxies.repository';
import { proxyRefusals } from './proxies.refusals';

/** Who may act for a household by a letter of its owner: asked anew each time, so that a revocation holds at once. */
@Injectable()
export class ProxyAccess {
  constructor(private readonly clock: Clock) {}

  /** The letters in force today that name this account's telephone. */
  lettersOf(tx: EntityManager, accountId: string): Promise<HeldLetter[]> {
    return lettersHeld(tx, accountId, this.clock.today());
  }

  /** The letter by which this account may act for the household in this round; null without one. */
  async letterFor(tx: EntityManager, accountId: string, roundId: string, householdId: string): Promise<string | null> {
    const letters = await lettersHeld(tx, accountId, this.clock.today(), householdId);
    return letters.find((letter) => letter.roundId === null || letter.roundId === roundId)?.id ?? null;
  }

  /**
   * Insists on a letter in force, and that its holder stands for no more households in this round than the round's
   * ruleset allows. The caller holds the round's tally lock, so that two ballots at once are counted too.
   * @returns the id of the letter
   * @throws not_found (404) without one, as for any stranger; proxy_cap_reached (409)
   */
  async assertMayCast(
    tx: EntityManager,
    accountId: string,
    round: { id: string; ruleset: Pick<Ruleset, 'proxyCap'> },
    householdId: string,
  ): Promise<string> {
    const letter = await this.letterFor(tx, accountId, round.id, householdId);
    if (letter === null) throw common.not_found();
    const { proxyCap } = round.ruleset;
    if (proxyCap !== null) {
      const others = await otherHouseholdsActedFor(tx, accountId, round.id, householdId);
      if (others >= proxyCap) throw proxyRefusals.proxy_cap_reached({ proxyCap });
    }
    return letter;
  }
}
