import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access';
import { Audit } from '../../../platform/audit';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/transaction';
import { Vault } from '../../../platform/vault';
import type { RollImportDto } from '../dto/roll-import.dto';
import { RollImport } from '../entities';
import { reachesPlace } from '../roll.access';
import { rollRefusals } from '../roll.refusals';
import { applyPlan } from './apply-plan';
import { describeImport, presentImport } from './describe-import';
import { planImport } from './plan-import';
import { loadRollState } from './roll-state';
import { openPreview, openRows, sealPreview } from './sealed-import';

/**
 * Imports what was previewed, all of it or none, in one transaction. The plan is made again against the roll as it is
 * now, under a lock on the estate, so the answer's counts are what happened. Safe to repeat: a second call answers as
 * the first. Doors that the file no longer holds are reported and stay.
 */
@Injectable()
export class CommitRollImport {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** @throws roll_import_unknown (404) */
  async execute(actor: Pick<Actor, 'accountId' | 'remit'> | null, id: string): Promise<RollImportDto> {
    return this.transactions.run(async (tx) => {
      const found = await tx.findOne(RollImport, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw rollRefusals.roll_import_unknown();
      const before = openPreview(this.vault, found);
      if (actor && !reachesPlace(actor, before.estate)) throw rollRefusals.roll_import_unknown();
      const rows = openRows(this.vault, found);
      if (found.state === 'committed' || rows === null) return presentImport(found, before);
      const estateId = await this.estateFor(tx, before.estate);
      const plan = planImport(await loadRollState(tx, this.vault, estateId), rows);
      await applyPlan(tx, this.vault, { estateId, todayOn: this.clock.today() }, plan);
      const { refusedRows, warnings } = before;
      const preview = describeImport({ ...before.estate, id: estateId }, { rows, refusedRows, warnings }, plan);
      const previewSealed = sealPreview(this.vault, id, preview);
      const committed = { state: 'committed' as const, estateId, previewSealed, parsedRowsSealed: null };
      await tx.update(RollImport, { id }, { ...committed, committedAt: this.clock.now() });
      const { fileSha256 } = found;
      await this.audit.record(tx, {
        actor,
        action: 'roll.import',
        subjectKind: 'estate',
        subjectId: estateId,
        estateId,
        detail: { importId: id, fileSha256, ...preview.counts },
      });
      return presentImport({ ...found, ...committed }, preview);
    });
  }

  /**
   * The estate's row, made on first sight and locked: two imports of one estate take turns. Whoever only refers to the
   * estate meanwhile, a ballot for review for one, does not wait.
   */
  private async estateFor(tx: EntityManager, { name, town, neighbourhood }: RollImportDto['estate']): Promise<string> {
    await tx.query(
      `INSERT INTO estates (id, name, town, neighbourhood, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT uq_estates_name DO NOTHING`,
      [randomUUID(), name, town, neighbourhood, this.clock.now()],
    );
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM estates WHERE name = $1 AND town = $2 AND neighbourhood = $3 FOR NO KEY UPDATE`,
      [name, town, neighbourhood],
    );
    return rows[0]!.id;
  }
}
