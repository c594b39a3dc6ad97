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
import { proxyWords } from './copy/personal-words';
import { RevokeProxyAuthorisation } from './revoke-proxy-authorisation';

const GIVEN = 'FROM proxy_authorisations p WHERE p.given_by = $1';
const RECEIVED = `FROM proxy_authorisations p JOIN accounts me ON me.phone_index = p.proxy_phone_index WHERE me.id = $1`;

interface GivenRow {
  id: string;
  room_no: string;
  proxy_name: string;
  proxy_phone_sealed: Buffer;
  document_kind: string;
  document_number_sealed: Buffer;
  media_type: string;
  letter: Buffer;
  valid_from_on: string;
  valid_until_on: string;
  state: string;
  created_at: Date;
  revoked_at: Date | null;
}

/**
 * Letters a person gave, and letters that name them. Closing the account takes back those it gave; the others name a
 * telephone that signs in to nothing any more. The papers stay: they tell by whose word somebody voted.
 */
@Injectable()
export class ProxyRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'proxyAuthorisations';
  readonly title = proxyWords.title;
  readonly columns = ['proxy_authorisations.given_by', 'proxy_authorisations.revoked_by'];

  constructor(
    private readonly registry: PersonalRecordsRegistry,
    private readonly revoking: RevokeProxyAuthorisation,
    private readonly vault: Vault,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const given = await tx.query<GivenRow[]>(
      `SELECT p.*, h.room_no, f.media_type, f.bytes AS letter
         FROM proxy_authorisations p JOIN households h ON h.id = p.household_id
         JOIN paper_photos f ON f.id = p.letter_photo_id
        WHERE p.given_by = $1 ORDER BY p.created_at, p.id`,
      [accountId],
    );
    // The letter itself belongs to whoever gave it.
    const received = await tx.query<unknown[]>(
      `SELECT h.room_no AS "roomNo", p.proxy_name AS "proxyName", p.valid_from_on AS "validFromOn",
              p.valid_until_on AS "validUntilOn", p.state, p.created_at AS "createdAt", p.revoked_at AS "revokedAt"
         FROM proxy_authorisations p JOIN accounts me ON me.phone_index = p.proxy_phone_index
         JOIN households h ON h.id = p.household_id
        WHERE me.id = $1 ORDER BY p.created_at, p.id`,
      [accountId],
    );
    return { given: given.map((row) => this.presentGiven(row)), received };
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const isThere = (sql: string) => exists(tx, `SELECT ${sql}`, accountId);
    return [
      ...erasedWhen(await isThere(`${GIVEN} AND p.state IN ('pending', 'approved')`), proxyWords.ended),
      ...keptWhen(await isThere(GIVEN), proxyWords.given),
      ...keptWhen(await isThere(RECEIVED), proxyWords.received),
    ];
  }

  async erase(tx: EntityManager, { actor }: ErasureOrder): Promise<void> {
    await this.revoking.ofGiver(tx, actor, proxyWords.revokedBecause);
  }

  private presentGiven(row: GivenRow): object {
    const { id } = row;
    return {
      roomNo: row.room_no,
      proxyName: row.proxy_name,
      proxyPhone: this.vault.open('proxy_authorisations.proxy_phone', id, row.proxy_phone_sealed),
      documentKind: row.document_kind,
      documentNumber: this.vault.open('proxy_authorisations.document_number', id, row.document_number_sealed),
      letter: { mediaType: row.media_type, base64: row.letter.toString('base64') },
      validFromOn: row.valid_from_on,
      validUntilOn: row.valid_until_on,
      state: row.state,
      createdAt: row.created_at,
      revokedAt: row.revoked_at,
    };
  }
}
