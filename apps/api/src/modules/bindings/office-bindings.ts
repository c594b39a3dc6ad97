import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Remit } from '../../platform/access';
import { Clock } from '../../platform/clock';
import { phoneMasked } from '../../platform/privacy';
import { Vault } from '../../platform/vault';
import { bindingRefusals } from './bindings.refusals';
import type { ListBindingsQuery, OfficeBindingDto, OfficeBindingsDto } from './dto/office-binding.dto';
import { Evidences } from './evidence';
import { officeBindings, type OfficeBindingRow } from './office-bindings.repository';

/** Bindings as the office reads them: telephones and document numbers masked. */
@Injectable()
export class OfficeBindings {
  constructor(
    private readonly evidences: Evidences,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** One page within the reader's remit, newest first; `next` goes into `before` for the page after it. */
  async page(tx: EntityManager, actor: Actor, query: ListBindingsQuery): Promise<OfficeBindingsDto> {
    const { limit = 50, ...filter } = query;
    const rows = await officeBindings(tx, actor.remit, filter, { today: this.clock.today(), most: limit + 1 });
    const bindings = rows.slice(0, limit).map((row) => this.present(row));
    return { bindings, next: rows.length > limit ? bindings.at(-1)!.id : null };
  }

  /** One binding; whether the actor may see it is settled before. @throws binding_unknown (404) */
  async one(tx: EntityManager, id: string): Promise<OfficeBindingDto> {
    const [row] = await officeBindings(tx, ANYWHERE, { id }, { today: this.clock.today(), most: 1 });
    if (!row) throw bindingRefusals.binding_unknown();
    return this.present(row);
  }

  private present({ accountId, phoneSealed, evidence, ...row }: OfficeBindingRow): OfficeBindingDto {
    const phone = this.vault.openPhone('accounts.phone', accountId, phoneSealed);
    return {
      ...row,
      phoneMasked: phoneMasked(phone),
      createdAt: row.createdAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      evidence: evidence && this.evidences.show(evidence),
    };
  }
}

const ANYWHERE: Remit = { everywhere: true, towns: [], neighbourhoods: [], stairwellIds: [] };
