import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../../config';
import { Audit } from '../audit';
import { Transactions } from '../transaction';
import { lockKeys, nextDataKey, retireOlderThan, rewrapKeys } from './data-keys';
import { SEALED_COLUMNS, type SealedColumnName } from './sealed-columns';
import { Vault } from './vault';

/** What sealing everything anew came to. */
export interface Resealed {
  dataKeyId: number;
  /** False when an earlier run was cut short and this one went on with its key. */
  isNew: boolean;
  rows: Record<SealedColumnName, number>;
  /** `column of row` of values that do not open; they stay as they are, and so does the old key. */
  unreadable: string[];
  /** Data keys that nothing uses any more. */
  retired: number[];
}

const BATCH = 500;
const LOOK_AGAIN_MS = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const NAMES = Object.keys(SEALED_COLUMNS) as SealedColumnName[];

/** Changes keys while the servers go on: the envelope key of the environment, or the data key behind the columns. */
@Injectable()
export class RotateKeys {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly config: AppConfig,
    private readonly audit: Audit,
  ) {}

  /** Wraps the keys under DATA_KEY that still stand under DATA_KEY_PREVIOUS. No row is touched. Safe to repeat. */
  rewrap(): Promise<{ rewrapped: number; keys: number }> {
    return this.transactions.run(async (tx) => {
      await lockKeys(tx);
      const done = await rewrapKeys(tx, this.config);
      if (done.rewrapped > 0) await this.record(tx, 'keys.rewrap', 'DATA_KEY', done);
      return done;
    });
  }

  /**
   * Makes a data key, waits until every server has read it, seals every column with it in batches, and retires the
   * older ones once nothing uses them. Safe to interrupt and to repeat: the next run goes on with the same key.
   */
  async reseal(): Promise<Resealed> {
    const { id, made } = await this.transactions.run(async (tx) => {
      await lockKeys(tx);
      const next = await nextDataKey(tx, this.config);
      if (next.made) await this.record(tx, 'keys.make', `${next.id}`);
      return next;
    });
    await this.untilInUse(id);
    const unreadable: string[] = [];
    const rows = Object.fromEntries(NAMES.map((name) => [name, 0])) as Resealed['rows'];
    for (const name of NAMES) rows[name] = await this.resealColumn(name, id, unreadable);
    const retired = unreadable.length > 0 ? [] : await this.retire(id);
    return { dataKeyId: id, isNew: made, rows, unreadable, retired };
  }

  private record(tx: EntityManager, action: string, subjectId: string, detail = {}): Promise<void> {
    return this.audit.record(tx, { actor: null, action, subjectKind: 'data_key', subjectId, detail });
  }

  private async untilInUse(id: number): Promise<void> {
    for (await this.vault.load(); this.vault.sealingKeyId !== id; await this.vault.load()) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** By ascending id, so that each batch begins where the last one ended; a transaction each. */
  private async resealColumn(name: SealedColumnName, keyId: number, unreadable: string[]): Promise<number> {
    const { table, column, rowId } = SEALED_COLUMNS[name];
    let resealed = 0;
    for (let after = FIRST_ID; ;) {
      const batch = await this.transactions.run(async (tx) => {
        const rows: { id: string; sealed: Buffer }[] = await tx.query(
          `SELECT ${rowId} AS id, ${column} AS sealed FROM ${table}
            WHERE ${rowId} > $1 AND ${column} IS NOT NULL AND ${isUnderAnother(column)}
            ORDER BY ${rowId} LIMIT ${BATCH} FOR UPDATE`,
          [after, keyIdBytes(keyId)],
        );
        const fresh = rows.map(({ id, sealed }) => ({ id, sealed: this.sealAnew(name, id, sealed) }));
        const good = fresh.filter((row) => row.sealed !== null);
        await tx.query(
          `UPDATE ${table} t SET ${column} = v.sealed FROM unnest($1::uuid[], $2::bytea[]) AS v (id, sealed)
            WHERE t.${rowId} = v.id`,
          [good.map(({ id }) => id), good.map(({ sealed }) => sealed)],
        );
        return fresh;
      });
      unreadable.push(...batch.filter(({ sealed }) => sealed === null).map(({ id }) => `${name} of ${id}`));
      resealed += batch.filter(({ sealed }) => sealed !== null).length;
      if (batch.length < BATCH) return resealed;
      after = batch.at(-1)!.id;
    }
  }

  private sealAnew(name: SealedColumnName, id: string, sealed: Buffer): Buffer | null {
    try {
      return this.vault.seal(name, id, this.vault.open(name, id, sealed));
    } catch {
      return null;
    }
  }

  /** Only when no row anywhere is left under another key; looked at and done in one transaction. */
  private retire(keyId: number): Promise<number[]> {
    return this.transactions.run(async (tx) => {
      await lockKeys(tx);
      for (const name of NAMES) {
        const { table, column } = SEALED_COLUMNS[name];
        const [row] = (await tx.query(
          `SELECT EXISTS (SELECT FROM ${table} WHERE ${column} IS NOT NULL AND ${isUnderAnother(column, '$1')}) AS left`,
          [keyIdBytes(keyId)],
        )) as [{ left: boolean }];
        if (row.left) return [];
      }
      const retired = await retireOlderThan(tx, keyId);
      if (retired.length > 0) await this.record(tx, 'keys.retire', retired.join());
      return retired;
    });
  }
}

/** The key id stands in bytes two and three of a sealed value. */
const isUnderAnother = (column: string, parameter = '$2'): string =>
  `substring(${column} FROM 2 FOR 2) <> ${parameter}::bytea`;

function keyIdBytes(keyId: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(keyId);
  return bytes;
}
