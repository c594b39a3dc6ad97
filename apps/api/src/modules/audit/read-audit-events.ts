import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { nameMasked } from '../../platform/privacy';
import { auditScopeOf } from './audit.access';
import { auditEvents, type AuditEventRow } from './audit.repository';
import type { AuditEventDto, AuditPageDto, ListAuditEventsQuery } from './dto/audit-event.dto';

const USUAL_LIMIT = 50;

/** The audit log as it is read back. */
@Injectable()
export class ReadAuditEvents {
  /** One page of what the actor may read, newest first. */
  async execute(tx: EntityManager, actor: Actor, query: ListAuditEventsQuery): Promise<AuditPageDto> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const rows = await auditEvents(tx, auditScopeOf(actor), filter, limit + 1);
    const page = rows.slice(0, limit);
    return {
      events: page.map((row) => present(row, actor)),
      next: rows.length > limit ? page.at(-1)!.id : null,
    };
  }
}

/** Only officers know their neighbours by name, as they do on the roll. */
function present({ at, actorName, ...row }: AuditEventRow, reader: Actor): AuditEventDto {
  const isHidden = row.actorRole === 'resident' && reader.role !== 'officer';
  return {
    ...row,
    at: at.toISOString(),
    actorName: isHidden && actorName !== null ? nameMasked(actorName) : actorName,
  };
}
