import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import { Transactions } from '../../platform/transaction';
import { contentHash } from '../chain';
import type { DraftRoundInput, RoundContentInput } from './dto/draft-round.dto';
import type { RoundDto } from './dto/round.dto';
import { Motion } from './motion.entity';
import { ReadRounds } from './read-rounds';
import { ConsultationRound } from './round.entity';
import { RoundsAccess } from './rounds.access';
import { refusals } from './rounds.refusals';
import { findRound, insertDraft, lockRoundRow, type RoundRow } from './rounds.repository';
import { rulesetFor } from './usable-rulesets';

/** Writes a draft, and changes it until it is opened. */
@Injectable()
export class DraftRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RoundsAccess,
    private readonly rounds: ReadRounds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * A new draft. The same id with the same content answers the same round again.
   * @throws scope_unknown (404), ruleset_unknown (400), ruleset_scope (409), id_reused (422)
   */
  async execute(actor: Actor, input: DraftRoundInput): Promise<RoundDto> {
    return this.transactions.run(async (tx) => {
      const { id, ...content } = input;
      const columns = await this.columnsOf(tx, actor, content);
      const isNew = await insertDraft(tx, { id, ...columns, createdBy: actor.accountId, createdAt: this.clock.now() });
      if (!isNew) return this.repeated(tx, actor, id, content);
      await tx.insert(Motion, { roundId: id, ...motionOf(content) });
      const { estateId } = columns;
      await this.audit.record(tx, { actor, action: 'round.draft', subjectKind: 'round', subjectId: id, estateId });
      return this.rounds.one(tx, actor, id);
    });
  }

  /**
   * Replaces the content of a draft.
   * @throws not_found (404), round_not_draft (409) and whatever a new draft may be refused for
   */
  async revise(actor: Actor, id: string, content: RoundContentInput): Promise<RoundDto> {
    return this.transactions.run(async (tx) => {
      await lockRoundRow(tx, id);
      const round = await this.access.reached(tx, actor, id);
      if (round.state !== 'draft') throw refusals.round_not_draft();
      const columns = await this.columnsOf(tx, actor, content);
      await tx.update(ConsultationRound, { id }, columns);
      await tx.update(Motion, { roundId: id }, motionOf(content));
      const { estateId } = columns;
      await this.audit.record(tx, { actor, action: 'round.revise', subjectKind: 'round', subjectId: id, estateId });
      return this.rounds.one(tx, actor, id);
    });
  }

  private async repeated(tx: EntityManager, actor: Actor, id: string, content: RoundContentInput): Promise<RoundDto> {
    const known = await findRound(tx, id);
    if (!known || contentHash(comparable(known)) !== contentHash(comparable(content))) throw common.id_reused();
    return this.rounds.one(tx, actor, id);
  }

  private async columnsOf(tx: EntityManager, actor: Actor, content: RoundContentInput) {
    const scope = await this.access.scope(tx, actor, content.scopeKind, content.scopeId);
    const ruleset = rulesetFor(content.rulesetId, content.scopeKind);
    return {
      estateId: scope.estateId,
      scopeKind: content.scopeKind,
      scopeId: content.scopeId,
      rulesetId: ruleset.id,
      rulesetVersion: ruleset.version,
      closesAt: content.closesAt,
    };
  }
}

function motionOf({ title, statement, schemeText, costTable, agreementText }: RoundContentInput) {
  const { totalFen, subsidyFen, method, rows } = costTable;
  return {
    title,
    statement,
    schemeText,
    agreementText,
    costTable: {
      totalFen,
      subsidyFen,
      method,
      rows: rows.map(({ householdId, amountFen }) => ({ householdId, amountFen })),
    },
  };
}

/** What two requests must share to be the same draft. */
function comparable(content: RoundRow | RoundContentInput): object {
  const { scopeKind, scopeId, rulesetId, closesAt } = content;
  return { ...motionOf(content), scopeKind, scopeId, rulesetId, closesAt: closesAt.toISOString() };
}
