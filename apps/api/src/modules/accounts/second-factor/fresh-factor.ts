import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access';
import { Clock } from '../../../platform/clock';
import { Session } from '../session.entity';
import { factorRefusals } from './second-factor.refusals';

const FRESH_MS = 15 * 60_000;

/** Ways in are changed only soon after the second step: not by whoever finds a desk unattended. */
@Injectable()
export class FreshFactor {
  constructor(private readonly clock: Clock) {}

  /** @throws second_factor_again (403): `POST /session/totp` makes the session fresh again */
  async assert(tx: EntityManager, { sessionId }: Pick<Actor, 'sessionId'>): Promise<void> {
    const { factorAt } = await tx.findOneByOrFail(Session, { id: sessionId });
    const ageMs = this.clock.now().getTime() - (factorAt?.getTime() ?? 0);
    if (ageMs > FRESH_MS) throw factorRefusals.second_factor_again();
  }
}
