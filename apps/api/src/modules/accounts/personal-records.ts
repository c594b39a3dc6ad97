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
import { Account } from './account.entity';
import { accountWords, deviceWords, staffWords } from './copy/personal-words';

/** The account itself. Closed, it is a number without a person: nothing is left to sign in with. */
@Injectable()
export class AccountRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'account';
  readonly title = accountWords.title;
  readonly columns = ['weapp_identities.account_id'];
  readonly isLast = true;

  constructor(
    private readonly registry: PersonalRecordsRegistry,
    private readonly vault: Vault,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const account = await tx.findOneByOrFail(Account, { id: accountId });
    const { id, role, displayName, username, phoneSealed, createdAt, passwordChangedAt } = account;
    const weapp = await tx.query<{ created_at: Date }[]>(
      'SELECT created_at FROM weapp_identities WHERE account_id = $1 ORDER BY created_at',
      [accountId],
    );
    return {
      id,
      role,
      displayName,
      phone: this.vault.openPhone('accounts.phone', id, phoneSealed),
      username,
      createdAt,
      passwordChangedAt,
      weappSince: weapp.map((each) => each.created_at),
    };
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const { phoneIndex } = await tx.findOneByOrFail(Account, { id: accountId });
    const isWitness = await this.isNamed(tx, accountId);
    const hasWeapp = await exists(tx, 'SELECT FROM weapp_identities WHERE account_id = $1', accountId);
    return [
      { what: isWitness ? accountWords.phoneOnly : accountWords.nameAndPhone },
      ...erasedWhen(phoneIndex !== null, accountWords.codes),
      ...erasedWhen(hasWeapp, accountWords.weapp),
      ...keptWhen(isWitness, accountWords.witness),
      accountWords.stump,
    ];
  }

  async erase(tx: EntityManager, { actor, at, keepsName }: ErasureOrder): Promise<void> {
    const id = actor.accountId;
    await tx.query(`DELETE FROM phone_codes WHERE phone_index = (SELECT phone_index FROM accounts WHERE id = $1)`, [
      id,
    ]);
    await tx.query('DELETE FROM weapp_identities WHERE account_id = $1', [id]);
    const nothing = { phoneSealed: null, phoneIndex: null, username: null, passwordHash: null };
    const name = keepsName ? {} : { displayName: accountWords.closedName };
    await tx.update(Account, { id }, { ...nothing, ...name, disabledAt: at });
  }

  /** Asks the other modules, as the erasure will. */
  private async isNamed(tx: EntityManager, accountId: string): Promise<boolean> {
    for (const records of this.registry.all()) {
      if (await records.isWitness?.(tx, accountId)) return true;
    }
    return false;
  }
}

/** Where and when the person was signed in, and who held the device for them. */
@Injectable()
export class DeviceRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'devices';
  readonly title = deviceWords.title;
  readonly columns = ['sessions.account_id'];

  constructor(private readonly registry: PersonalRecordsRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  read(tx: EntityManager, accountId: string): Promise<unknown> {
    return tx.query(
      `SELECT client, device_name AS "deviceName", created_at AS "createdAt", last_seen_at AS "lastSeenAt",
              expires_at AS "expiresAt", revoked_at AS "endedAt", revoked_reason AS "endedBecause",
              helper_name AS "helperName", helper_relation AS "helperRelation"
         FROM sessions WHERE account_id = $1 ORDER BY created_at, id`,
      [accountId],
    );
  }

  async fates(): Promise<Fate[]> {
    return [{ what: deviceWords.names }, deviceWords.kept];
  }

  async erase(tx: EntityManager, { actor, at }: ErasureOrder): Promise<void> {
    await tx.query(
      `UPDATE sessions SET device_name = NULL, device_pin_hash = NULL, helper_name = NULL, helper_relation = NULL,
              revoked_reason = CASE WHEN revoked_at IS NULL THEN 'erased' ELSE revoked_reason END,
              revoked_at = COALESCE(revoked_at, $2)
        WHERE account_id = $1`,
      [actor.accountId, at],
    );
  }
}

/** How a member of staff signs in, and where they have a say. Staff accounts are disabled, never erased. */
@Injectable()
export class StaffRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'staff';
  readonly title = staffWords.title;
  readonly columns = [
    'staff_totp.account_id',
    'recovery_codes.account_id',
    'passkeys.account_id',
    'passkey_challenges.account_id',
    'remits.account_id',
  ];

  constructor(private readonly registry: PersonalRecordsRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const rows = <T>(sql: string): Promise<T[]> => tx.query<T[]>(sql, [accountId]);
    const [codes] = await rows<{ left: number }>(
      'SELECT count(*) AS left FROM recovery_codes WHERE account_id = $1 AND used_at IS NULL',
    );
    return {
      oneTimeCodes: await rows(
        'SELECT created_at AS "createdAt", confirmed_at AS "confirmedAt" FROM staff_totp WHERE account_id = $1',
      ),
      recoveryCodesLeft: codes?.left ?? 0,
      passkeys: await rows(
        `SELECT label, created_at AS "createdAt", last_used_at AS "lastUsedAt"
           FROM passkeys WHERE account_id = $1 ORDER BY created_at`,
      ),
      begunPasskeySignIns: await rows(
        'SELECT created_at AS "createdAt" FROM passkey_challenges WHERE account_id = $1 ORDER BY created_at',
      ),
      remits: await rows(
        `SELECT r.town, r.neighbourhood, r.stairwell_id AS "stairwellId", r.expires_on AS "expiresOn",
                r.granted_at AS "grantedAt", r.revoked_at AS "revokedAt"
           FROM remits r WHERE r.account_id = $1 ORDER BY r.granted_at, r.id`,
      ),
    };
  }

  async fates(): Promise<Fate[]> {
    return [];
  }
}

export const ACCOUNT_RECORDS = [AccountRecords, DeviceRecords, StaffRecords];
