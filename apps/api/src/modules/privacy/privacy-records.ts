import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { exists, keptWhen, PersonalRecordsRegistry, type Fate, type PersonalRecords } from '../../platform/privacy';
import { ConsentsRepository } from './consents.repository';
import { auditWords, consentWords } from './copy/erasure-words';

/** What a person agreed to and took back. */
@Injectable()
export class ConsentRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'consents';
  readonly title = consentWords.title;
  readonly columns = ['privacy_consents.account_id'];

  constructor(
    private readonly registry: PersonalRecordsRegistry,
    private readonly consents: ConsentsRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const history = await this.consents.history(tx, accountId);
    return history.map(({ purpose, act, textVersion, textHash, at }) => ({ purpose, act, textVersion, textHash, at }));
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const isThere = (await this.consents.history(tx, accountId)).length > 0;
    return keptWhen(isThere, consentWords.kept);
  }
}

/**
 * What the person did, what was done to the account and its bindings, and who looked at the telephone on the roll. Each
 * by an index of its own: the log is the longest table there is.
 */
const ABOUT_ME = `e.id IN (
  SELECT id FROM audit_events WHERE actor_id = $1
  UNION SELECT id FROM audit_events WHERE subject_kind = 'account' AND subject_id = $1::text
  UNION SELECT id FROM audit_events
         WHERE subject_kind = 'binding' AND subject_id IN (SELECT b.id::text FROM bindings b WHERE b.account_id = $1)
  UNION SELECT id FROM audit_events
         WHERE subject_kind IN ('owner', 'household') AND action = 'phone.unmask' AND subject_id IN (
           SELECT o.id::text FROM owners o JOIN accounts a ON a.phone_index = o.phone_index WHERE a.id = $1
           UNION SELECT t.household_id::text
                   FROM public_housing_tenants t JOIN accounts a ON a.phone_index = t.phone_index WHERE a.id = $1))`;

/** Audit lines about a person. Who of the staff acted stays unsaid; that it was not the person is said. */
@Injectable()
export class AuditRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'auditLines';
  readonly title = auditWords.title;
  readonly columns = ['audit_events.actor_id'];

  constructor(private readonly registry: PersonalRecordsRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const rows = await tx.query<
      { at: Date; action: string; is_own: boolean; reason: string | null; helper: unknown }[]
    >(
      `SELECT e.at, e.action, e.actor_id IS NOT DISTINCT FROM $1 AS is_own, e.helper, e.detail->>'reason' AS reason
         FROM audit_events e WHERE ${ABOUT_ME} ORDER BY e.id`,
      [accountId],
    );
    return rows.map(({ at, action, is_own: isOwn, reason, helper }) => ({
      at,
      action,
      by: isOwn ? auditWords.byMyself : auditWords.bySomeoneElse,
      ...(isOwn && helper !== null ? { helper } : {}),
      ...(reason === null ? {} : { reason }),
    }));
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    return keptWhen(await exists(tx, `SELECT FROM audit_events e WHERE ${ABOUT_ME}`, accountId), auditWords.kept);
  }
}
