import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PrivacyConsent } from './consent.entity';

/** How one person stands to one purpose. */
export interface StandingConsent {
  purpose: string;
  textVersion: string;
  textHash: string;
  givenAt: Date;
  withdrawnAt: Date | null;
}

/** The rows of what people agreed to and took back. */
@Injectable()
export class ConsentsRepository {
  /** One writer at a time for a person, until the transaction ends. */
  async lockAccount(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('privacy_consents:' || $1, 0))`, [accountId]);
  }

  /** By the id its device made, whoever's it is; null when unknown. */
  findById(tx: EntityManager, id: string): Promise<PrivacyConsent | null> {
    return tx.findOneBy(PrivacyConsent, { id });
  }

  /** Adds a row; none is ever changed. */
  async add(tx: EntityManager, row: Omit<PrivacyConsent, 'seq'>): Promise<void> {
    await tx.insert(PrivacyConsent, row);
  }

  /** All rows of a person, oldest first. */
  history(tx: EntityManager, accountId: string): Promise<PrivacyConsent[]> {
    return tx.find(PrivacyConsent, { where: { accountId }, order: { seq: 'ASC' } });
  }

  /** Where a person stands now, one line for each purpose ever agreed to. */
  async standing(tx: EntityManager, accountId: string): Promise<StandingConsent[]> {
    const byPurpose = new Map<string, StandingConsent>();
    for (const { purpose, act, textVersion, textHash, at } of await this.history(tx, accountId)) {
      const given = byPurpose.get(purpose);
      if (act === 'give') byPurpose.set(purpose, { purpose, textVersion, textHash, givenAt: at, withdrawnAt: null });
      else if (given) given.withdrawnAt = at;
    }
    return [...byPurpose.values()];
  }
}
