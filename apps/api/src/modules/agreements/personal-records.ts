import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { exists, keptWhen, PersonalRecordsRegistry, type Fate, type PersonalRecords } from '../../platform/privacy';
import { agreementWords } from './copy/personal-words';

interface SignedRow {
  round_title: string;
  room_no: string;
  signed_at: Date;
  agreement_hash: string;
  kind: 'drawn' | 'typed';
  typed_name: string | null;
  png: Buffer | null;
  sha256: string;
}

/** Consent forms a person signed, with the signature itself. Signatures taken at other doors are other people's. */
@Injectable()
export class AgreementRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'consentForms';
  readonly title = agreementWords.title;
  readonly columns = ['consent_forms.signed_by', 'signatures.created_by'];

  constructor(private readonly registry: PersonalRecordsRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const rows = await tx.query<SignedRow[]>(
      `SELECT m.title AS round_title, t.room_no, f.signed_at, f.agreement_hash, s.kind, s.typed_name, s.png, s.sha256
         FROM consent_forms f
         JOIN signatures s ON s.id = f.signature_id
         JOIN entitlements t ON t.round_id = f.round_id AND t.household_id = f.household_id
         JOIN motions m ON m.round_id = f.round_id
        WHERE f.signed_by = $1 ORDER BY f.received_at, f.id`,
      [accountId],
    );
    return rows.map(({ kind, typed_name: typedName, png, sha256, ...row }) => ({
      roundTitle: row.round_title,
      roomNo: row.room_no,
      signedAt: row.signed_at,
      agreementHash: row.agreement_hash,
      signature: { kind, typedName, pngBase64: png?.toString('base64') ?? null, sha256 },
    }));
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const isThere = await exists(tx, 'SELECT FROM consent_forms WHERE signed_by = $1', accountId);
    return keptWhen(isThere, agreementWords.kept);
  }
}
