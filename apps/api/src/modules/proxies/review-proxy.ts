import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import {
  SubmissionHandlers,
  type ReviewVerdict,
  type SubmissionDescription,
  type SubmissionHandler,
  type SubmissionRow,
} from '../reviews';
import { RollDirectory } from '../roll';
import { ProxyAuthorisation } from './proxy-authorisation.entity';
import { authorisations, isPhoneOfVolunteer, wouldPassCap } from './proxies.repository';
import { proxyRefusals } from './proxies.refusals';
import { proxyStateOn, type StoredProxyState } from './proxy.types';
import { ReadProxies } from './read-proxies';

const STATE_AFTER: Record<ReviewVerdict, StoredProxyState> = {
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
};

/** What the office sees of a letter, and what its verdict does. A letter that was given back is written anew. */
@Injectable()
export class ReviewProxy implements SubmissionHandler, OnModuleInit {
  readonly kind = 'proxy_authorisation';

  constructor(
    private readonly handlers: SubmissionHandlers,
    private readonly proxies: ReadProxies,
    private readonly roll: RollDirectory,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** The letter beside the owners the roll knows. */
  async describe(
    tx: EntityManager,
    { proxyAuthorisationId, householdId }: SubmissionRow,
  ): Promise<SubmissionDescription> {
    const [row] = await authorisations(tx, { id: proxyAuthorisationId! });
    const { proxyPhoneIndex } = await tx.findOneByOrFail(ProxyAuthorisation, { id: proxyAuthorisationId! });
    const place = (await this.roll.householdPlace(tx, [householdId])).get(householdId)!;
    const doors = await this.roll.householdsInScope(tx, 'stairwell', place.stairwellId);
    const { id, givenByName, proxyName, documentKind, validFromOn, validUntilOn, roundTitle, letterPhotoId } = row!;
    return {
      facts: {
        ...{ id, state: proxyStateOn(this.clock.today(), row!) },
        ...{ revokedAt: row!.revokedAt?.toISOString() ?? null, revokeReason: row!.revokeReason },
        ...{ givenByName, proxyName, documentKind, validFromOn, validUntilOn, roundTitle },
        ...this.proxies.masked(row!),
        proxyIsVolunteer: await isPhoneOfVolunteer(tx, proxyPhoneIndex),
        ownerNames: doors.find((door) => door.householdId === householdId)?.owners.map(({ name }) => name) ?? [],
        askedAt: row!.createdAt.toISOString(),
      },
      evidence: { paperPhotoId: letterPhotoId },
    };
  }

  /**
   * Approved: in force within its term.
   * @throws proxy_not_pending (409); proxy_cap_reached (409) when the proxy would stand for too many households
   */
  async decided(tx: EntityManager, submission: SubmissionRow, verdict: ReviewVerdict): Promise<void> {
    const letter = await tx.findOneOrFail(ProxyAuthorisation, {
      where: { id: submission.proxyAuthorisationId! },
      lock: { mode: 'pessimistic_write' },
    });
    if (letter.state !== 'pending') throw proxyRefusals.proxy_not_pending();
    const isTooMany = verdict === 'approve' && (await wouldPassCap(tx, letter, this.clock.today()));
    if (isTooMany) throw proxyRefusals.proxy_cap_reached();
    await tx.update(
      ProxyAuthorisation,
      { id: letter.id },
      { state: STATE_AFTER[verdict], decidedAt: this.clock.now() },
    );
  }
}
