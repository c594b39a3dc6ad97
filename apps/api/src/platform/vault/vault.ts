import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AppConfig } from '../../config';
import { common } from '../errors';
import { ensureKeyring, hasKeyTable, readKeyring, REFRESH_MS } from './data-keys';
import { UnknownDataKey, type IndexKind, type Keyring } from './keyring';
import type { SealedColumnName } from './sealed-columns';

/** A telephone as two columns hold it. */
export interface SealedPhone {
  phoneSealed: Buffer | null;
  phoneIndex: Buffer | null;
}

/** Where a telephone is sealed. */
export type PhoneColumn = Extract<SealedColumnName, `${string}.phone`>;

/**
 * Seals telephone numbers, document numbers and the like before they reach the database, and opens them after. The keys
 * are read once at start and kept in memory, so that sealing and opening wait for nothing; new keys are looked for
 * every now and then.
 */
@Injectable()
export class Vault implements OnModuleInit, OnModuleDestroy {
  private keyring: Keyring | null = null;
  private refresh: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly config: AppConfig,
  ) {}

  /** An application that is only described has no connection, and one that is about to migrate has no table yet. */
  async onModuleInit(): Promise<void> {
    if (!this.dataSource.isInitialized) return;
    await this.load();
    // A connection that is lost is reported by whoever needs it next.
    this.refresh = setInterval(() => void this.load().catch(() => undefined), REFRESH_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.refresh);
  }

  /**
   * Reads the keys, and makes the first ones when there are none; processes that start together agree on them.
   * @throws Error naming DATA_KEY when it is not the key of this database
   */
  async load(): Promise<void> {
    const { manager } = this.dataSource;
    if (this.keyring === null && !(await hasKeyTable(manager))) return;
    this.keyring =
      (await readKeyring(manager, this.config)) ?? (await manager.transaction((tx) => ensureKeyring(tx, this.config)));
  }

  /** The bytes to keep instead of a text: they open only for this column of this row. */
  seal(column: SealedColumnName, rowId: string, text: string): Buffer {
    return this.keys.seal(column, rowId, text);
  }

  /**
   * The text behind sealed bytes.
   * @throws Error when they were changed or belong to another row; unavailable (503) when they are sealed with a key
   * this process has not read yet, which it then does
   */
  open(column: SealedColumnName, rowId: string, sealed: Buffer): string {
    try {
      return this.keys.open(column, rowId, sealed);
    } catch (error) {
      if (!(error instanceof UnknownDataKey)) throw error;
      void this.load().catch(() => undefined);
      throw common.unavailable({ retryAfterSeconds: 1 });
    }
  }

  /** A keyed index of a text, for look-up and uniqueness: 32 bytes, the same for the same text. */
  indexOf(kind: IndexKind, text: string): Buffer {
    return this.keys.indexOf(kind, text);
  }

  /** Both columns of a telephone; null for both when there is none. */
  sealPhone(column: PhoneColumn, rowId: string, phone: string | null): SealedPhone {
    if (phone === null) return { phoneSealed: null, phoneIndex: null };
    return { phoneSealed: this.seal(column, rowId, phone), phoneIndex: this.indexOf('phone', phone) };
  }

  /** The telephone behind its sealed column; null stays null. */
  openPhone(column: PhoneColumn, rowId: string, sealed: Buffer | null): string | null {
    return sealed === null ? null : this.open(column, rowId, sealed);
  }

  /** The id of the data key that values are sealed with now. */
  get sealingKeyId(): number {
    return this.keys.sealingKeyId;
  }

  private get keys(): Keyring {
    if (this.keyring === null) throw new Error('There are no data keys yet: run `migrate` first.');
    return this.keyring;
  }
}
