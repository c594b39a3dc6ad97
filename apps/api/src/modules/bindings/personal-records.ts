import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  erasedWhen,
  exists,
  keptWhen,
  PersonalRecordsRegistry,
  type ErasureOrder,
  type Fate,
  type PersonalRecords,
} from '../../platform/privacy';
import { Vault } from '../../platform/vault';
import { bindingWords } from './copy/personal-words';
import { EndBinding } from './end-binding';
import { hasDecided } from './has-decided';

const HAS_DECIDED = hasDecided('b');
/** The name alone keeps somebody out whom the office has shown the door. */
const IS_STOPPED = `b.end_cause IS NOT DISTINCT FROM 'office'`;
const MINE = 'FROM bindings b WHERE b.account_id = $1';
const MY_EVIDENCE = 'FROM binding_evidence v JOIN bindings b ON b.id = v.binding_id WHERE b.account_id = $1';

interface EvidenceRow {
  id: string;
  binding_id: string;
  document_kind: string;
  document_number_sealed: Buffer | null;
  submitted_at: Date;
  media_type: string | null;
  photo: Buffer | null;
}

/** Which households a person belonged to, and what was shown for it. */
@Injectable()
export class BindingRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'bindings';
  readonly title = bindingWords.title;
  readonly columns = ['bindings.account_id', 'bindings.ended_by', 'paper_photos.created_by'];

  constructor(
    private readonly registry: PersonalRecordsRegistry,
    private readonly endBinding: EndBinding,
    private readonly vault: Vault,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const bindings = await tx.query<{ id: string }[]>(
      `SELECT b.id, e.name AS "estateName", w.name AS "stairwellName", h.room_no AS "roomNo", b.relation, b.method,
              b.state, b.stated_name AS "statedName", b.created_at AS "createdAt", b.decided_at AS "decidedAt",
              b.expires_on AS "expiresOn", b.ended_at AS "endedAt", b.end_cause AS "endCause", b.end_reason AS "endReason"
         FROM bindings b JOIN households h ON h.id = b.household_id JOIN stairwells w ON w.id = h.stairwell_id
         JOIN estates e ON e.id = w.estate_id
        WHERE b.account_id = $1 ORDER BY b.created_at, b.id`,
      [accountId],
    );
    const evidence = await tx.query<EvidenceRow[]>(
      `SELECT v.id, v.binding_id, v.document_kind, v.document_number_sealed, v.submitted_at, p.media_type, p.bytes AS photo
         FROM binding_evidence v JOIN bindings b ON b.id = v.binding_id LEFT JOIN paper_photos p ON p.id = v.photo_id
        WHERE b.account_id = $1 ORDER BY v.submitted_at, v.id`,
      [accountId],
    );
    return bindings.map(({ id, ...binding }) => ({
      ...binding,
      evidence: evidence.filter((each) => each.binding_id === id).map((each) => this.presentEvidence(each)),
    }));
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const isThere = (sql: string) => exists(tx, `SELECT ${sql}`, accountId);
    const photoGoes = `${MY_EVIDENCE} AND v.photo_id IS NOT NULL AND NOT ${HAS_DECIDED}`;
    return [
      ...erasedWhen(await isThere(MINE), bindingWords.ended),
      ...erasedWhen(await isThere(`${MINE} AND NOT ${HAS_DECIDED}`), bindingWords.emptied),
      ...keptWhen(await isThere(`${MINE} AND ${HAS_DECIDED}`), bindingWords.kept),
      ...keptWhen(await isThere(`${MINE} AND ${IS_STOPPED} AND NOT ${HAS_DECIDED}`), bindingWords.stopped),
      ...keptWhen(await isThere(photoGoes), bindingWords.photo),
    ];
  }

  async erase(tx: EntityManager, { actor }: ErasureOrder): Promise<void> {
    await this.endBinding.allOwn(tx, actor);
    await tx.query(
      `UPDATE bindings b SET stated_name = ''
        WHERE b.account_id = $1 AND NOT ${IS_STOPPED} AND NOT ${HAS_DECIDED}`,
      [actor.accountId],
    );
    // The photos themselves are taken away by the owner of the tables: the next purge.
    await tx.query(
      `UPDATE binding_evidence v SET document_number_sealed = NULL, photo_id = NULL FROM bindings b
        WHERE b.id = v.binding_id AND b.account_id = $1 AND NOT ${HAS_DECIDED}`,
      [actor.accountId],
    );
  }

  private presentEvidence({ id, document_number_sealed: sealed, photo, ...row }: EvidenceRow): object {
    return {
      documentKind: row.document_kind,
      documentNumber: sealed === null ? null : this.vault.open('binding_evidence.document_number', id, sealed),
      submittedAt: row.submitted_at,
      photo: photo === null ? null : { mediaType: row.media_type, base64: photo.toString('base64') },
    };
  }
}
