import { createHmac } from 'node:crypto';
import { decrypt, encrypt, keyIdOf } from './cipher';
import type { SealedColumnName } from './sealed-columns';

/** What an index is over: the same text under two kinds gives two indexes. */
export type IndexKind = 'phone' | 'document' | 'weapp';

/** The keys of this database, unwrapped. */
export interface Keys {
  /** Data keys by id; retired ones stay, so that a row they were missed in can be read. */
  data: ReadonlyMap<number, Buffer>;
  /** The data key new values are sealed with. */
  sealingKeyId: number;
  index: Buffer;
}

/** A value was sealed with a data key that was made after these keys were read. */
export class UnknownDataKey extends Error {}

const contextOf = (column: SealedColumnName, rowId: string): string => `${column}\n${rowId}`;

/** Seals, opens and indexes with keys that are at hand: no database, no waiting. */
export class Keyring {
  constructor(private readonly keys: Keys) {}

  get sealingKeyId(): number {
    return this.keys.sealingKeyId;
  }

  /** The bytes to keep instead of the text; they open only for this column of this row. */
  seal(column: SealedColumnName, rowId: string, text: string): Buffer {
    const { data, sealingKeyId } = this.keys;
    return encrypt(data.get(sealingKeyId)!, sealingKeyId, contextOf(column, rowId), Buffer.from(text, 'utf8'));
  }

  /** @throws UnknownDataKey when the key is missing; Error when the bytes were changed or belong to another row */
  open(column: SealedColumnName, rowId: string, sealed: Buffer): string {
    const key = this.keys.data.get(keyIdOf(sealed) ?? -1);
    if (!key) throw new UnknownDataKey(`${column} of ${rowId} is sealed with a key that is not here`);
    try {
      return decrypt(key, contextOf(column, rowId), sealed).toString('utf8');
    } catch (error) {
      throw new Error(`${column} of ${rowId} does not open: changed, or moved from another row`, { cause: error });
    }
  }

  /** HMAC-SHA-256 under the index key: equal texts have equal indexes, and nobody without the key can try texts out. */
  indexOf(kind: IndexKind, text: string): Buffer {
    return createHmac('sha256', this.keys.index).update(`${kind}\n${text}`).digest();
  }
}
