import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { BindingAccess } from '../bindings';
import { findEntitlement, findRound } from '../rounds';
import type { GiveProxyInput, ProxyAuthorisationDto } from './dto/proxy.dto';
import { LetterBox } from './letter-box';
import { liveLettersOf, lockLettersOf } from './proxies.repository';
import { proxyRefusals } from './proxies.refusals';
import { ReadProxies } from './read-proxies';

const MOST_LIVE_LETTERS = 5;

/** An owner hands in a letter that lets somebody else cast the household's ballot. It waits for the office. */
@Injectable()
export class GiveProxyAuthorisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly bindings: BindingAccess,
    private readonly letters: LetterBox,
    private readonly proxies: ReadProxies,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same id and content.
   * @throws not_bound, not_found (404); proxy_not_yours (403) unless owner or co-owner; proxy_round_over,
   *   proxy_letters_enough (409); proxy_term_wrong, proxy_is_self, id_reused (422); photo_unreadable (400)
   */
  async execute(actor: Actor, input: GiveProxyInput): Promise<ProxyAuthorisationDto> {
    const photo = await this.letters.read(actor, input.letterPhotoBase64);
    return this.transactions.run(async (tx) => {
      await lockLettersOf(tx, input.householdId);
      if (!(await this.letters.isRepeated(tx, actor, input))) {
        await this.assertMayGive(tx, actor, input);
        await this.letters.handIn(tx, actor, input, photo);
        await this.audit.record(tx, {
          actor,
          action: 'proxy.give',
          subjectKind: 'proxy_authorisation',
          subjectId: input.id,
          householdId: input.householdId,
          detail: { householdId: input.householdId, roundId: input.roundId, validUntilOn: input.validUntilOn },
        });
      }
      return this.proxies.one(tx, input.id);
    });
  }

  private async assertMayGive(tx: EntityManager, actor: Actor, input: GiveProxyInput): Promise<void> {
    const relation = await this.bindings.assertBound(tx, actor.accountId, input.householdId);
    if (relation !== 'owner' && relation !== 'co_owner') throw proxyRefusals.proxy_not_yours();
    const today = this.clock.today();
    assertTerm(input, today);
    if (await this.letters.isOwnPhone(tx, actor, input.proxyPhone)) throw proxyRefusals.proxy_is_self();
    if (input.roundId !== null) await this.assertRoundAsks(tx, input.roundId, input.householdId);
    if ((await liveLettersOf(tx, input.householdId, today)) >= MOST_LIVE_LETTERS) {
      throw proxyRefusals.proxy_letters_enough();
    }
  }

  private async assertRoundAsks(tx: EntityManager, roundId: string, householdId: string): Promise<void> {
    const round = await findRound(tx, roundId);
    if (!round || !(await findEntitlement(tx, roundId, householdId))) throw common.not_found();
    if (round.state !== 'open') throw proxyRefusals.proxy_round_over();
  }
}

/** 民法典 art. 165 asks for a term; a year is the most that is taken here, whatever the ruleset. */
function assertTerm({ validFromOn, validUntilOn }: GiveProxyInput, today: string): void {
  const isOrdered = validFromOn <= validUntilOn && today <= validUntilOn;
  if (!isOrdered || validFromOn > yearAfter(today) || validUntilOn > yearAfter(validFromOn)) {
    throw proxyRefusals.proxy_term_wrong();
  }
}

/** The same day a year later; 29 February becomes the 28th, as PostgreSQL counts. */
function yearAfter(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? `${next.slice(0, -2)}28` : next;
}
