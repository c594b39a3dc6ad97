import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Vault } from '../../platform/vault';
import { PhoneCode } from './phone-code.entity';

/** A code of which a try was spent, and which may be compared. */
export interface TriedCode {
  id: string;
  codeHash: string;
}

/** Codes by telephone. The number itself goes no further than this class: the database sees its index. */
@Injectable()
export class PhoneCodesRepository {
  constructor(private readonly vault: Vault) {}

  /** Keeps a code that is about to be sent. */
  async add(
    tx: EntityManager,
    { phone, ...code }: Pick<PhoneCode, 'id' | 'codeHash' | 'createdAt' | 'expiresAt'> & { phone: string },
  ): Promise<void> {
    await tx.insert(PhoneCode, { ...code, phoneIndex: this.vault.indexOf('phone', phone) });
  }

  /** Takes back a code that never went out. */
  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(PhoneCode, { id });
  }

  /** The newest unused code of a phone, if any. */
  async newestUnused(tx: EntityManager, phone: string): Promise<PhoneCode | null> {
    const [code] = await tx.find(PhoneCode, {
      where: { phoneIndex: this.vault.indexOf('phone', phone) },
      order: { createdAt: 'DESC' },
      take: 1,
    });
    return code && code.usedAt === null ? code : null;
  }

  /** Spends one try of a code, in one statement, so that tries at the same moment all count. Null when none is left. */
  async spendTry(tx: EntityManager, id: string, most: number): Promise<TriedCode | null> {
    const [rows] = await tx.query<[{ id: string; code_hash: string }[], number]>(
      `UPDATE phone_codes SET tries = tries + 1 WHERE id = $1 AND tries < $2 RETURNING id, code_hash`,
      [id, most],
    );
    return rows[0] ? { id: rows[0].id, codeHash: rows[0].code_hash } : null;
  }

  /** Marks a code as used; false when another request was first. */
  async use(tx: EntityManager, id: string, at: Date): Promise<boolean> {
    const [, used] = await tx.query<[unknown[], number]>(
      `UPDATE phone_codes SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING id`,
      [id, at],
    );
    return used === 1;
  }
}
