import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Helper } from '../access';
import { Clock } from '../clock';
import { nameMasked, phonesMasked } from '../privacy/mask';
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
      detail: withoutPhones(line.detail ?? {}) as never,
    });
  }
}

/** Whole ids and digests may hold eleven digits in a row and are no text. */
const ID_OR_DIGEST = /^[0-9a-f-]{32,}$/i;

/** Reasons and notes are free text: a number someone wrote into one does not stay in the log for ever. */
function withoutPhones(value: unknown): unknown {
  if (typeof value === 'string') return ID_OR_DIGEST.test(value) ? value : phonesMasked(value);
  if (Array.isArray(value)) return value.map(withoutPhones);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutPhones(member)]));
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
