import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access';
import { Clock } from '../clock';
import { AuditEvent } from './audit-event.entity';

/** What to write down. `detail` must hold no secret and no full phone number. */
export interface AuditLine {
  /** null for a command line or the system itself. */
  actor: Pick<Actor, 'accountId'> | null;
  /** `subject.verb`, e.g. `round.open`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  detail?: Record<string, unknown>;
}

/** The audit line stands beside the write, in the same transaction: both happen or neither. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Adds one line to the audit log. */
  async record(tx: EntityManager, line: AuditLine): Promise<void> {
    await tx.insert(AuditEvent, {
      at: this.clock.now(),
      actorId: line.actor?.accountId ?? null,
      action: line.action,
      subjectKind: line.subjectKind,
      subjectId: line.subjectId,
      detail: (line.detail ?? {}) as never,
    });
  }
}
