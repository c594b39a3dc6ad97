import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Helper } from '../access';
import { Clock } from '../clock';
import { nameMasked } from '../privacy/mask';
import { auditCategoryOf } from './audit-category';
import { AuditEvent } from './audit-event.entity';
import { currentRequestId } from './request-id';

/** What to write down. `detail` must hold no secret, no full phone number and no name of a neighbour. */
export interface AuditLine {
  /** The actor of the request; the bare account where there is no session yet; null for a command line or the system. */
  actor: (Pick<Actor, 'accountId'> & Partial<Pick<Actor, 'sessionId' | 'helper'>>) | null;
  /** `subject.verb`, e.g. `round.open`. What stands before the dot decides the category. */
  action: string;
  subjectKind: string;
  subjectId: string;
  /** The estate it happened in, by which its officers find it; left out when it belongs to none. */
  estateId?: string | null;
  /** Instead of the estate, where only the household is at hand. */
  householdId?: string;
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
      category: auditCategoryOf(line.action),
      subjectKind: line.subjectKind,
      subjectId: line.subjectId,
      estateId: line.estateId ?? (await estateOf(tx, line.householdId)),
      sessionId: line.actor?.sessionId ?? null,
      requestId: currentRequestId(),
      helper: line.actor?.helper ? inWords(line.actor.helper) : null,
      detail: (line.detail ?? {}) as never,
    });
  }
}

async function estateOf(tx: EntityManager, householdId: string | undefined): Promise<string | null> {
  if (householdId === undefined) return null;
  const rows: { estateId: string }[] = await tx.query(
    `SELECT w.estate_id AS "estateId" FROM households h JOIN stairwells w ON w.id = h.stairwell_id WHERE h.id = $1`,
    [householdId],
  );
  return rows[0]?.estateId ?? null;
}

/** `child 王*`: enough to tell who helped; the whole name stands with the session and the ballot. */
function inWords({ helperName, helperRelation }: Helper): string {
  return `${helperRelation} ${nameMasked(helperName)}`;
}
