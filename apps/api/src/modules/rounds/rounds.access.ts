import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { common } from '../../platform/errors';
import { RollAccess, RollDirectory, type Reach, type ScopePlace } from '../roll';
import type { ScopeKind } from './round.types';
import { refusals } from './rounds.refusals';
import { findRound, type RoundRow } from './rounds.repository';

/** Which rounds the office's people reach: those of the estates in their remit; any other is unknown to them. */
@Injectable()
export class RoundsAccess {
  constructor(
    private readonly roll: RollDirectory,
    private readonly access: RollAccess,
  ) {}

  /** A round in reach. Take the round's lock before, when it is to be moved. @throws not_found (404) */
  async reached(tx: EntityManager, actor: Reach, id: string): Promise<RoundRow> {
    const round = await findRound(tx, id);
    if (!round) throw common.not_found();
    await this.access.assertEstate(tx, actor, round.estateId);
    return round;
  }

  /** What a round may be asked about. @throws scope_unknown (404), also for a place outside the remit */
  async scope(tx: EntityManager, actor: Reach, scopeKind: ScopeKind, scopeId: string): Promise<ScopePlace> {
    const scope = await this.roll.scopeOf(tx, scopeKind, scopeId);
    if (!scope) throw refusals.scope_unknown();
    await this.access.assertEstate(tx, actor, scope.estateId, () => refusals.scope_unknown());
    return scope;
  }
}
