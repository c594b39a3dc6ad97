/** A write waiting on this device until the API has acknowledged it. */
export interface OutboxRecord {
  /** The id of the visit or ballot itself: sending it twice records it once. */
  id: string;
  kind: 'visit' | 'ballot';
  householdId: string;
  /** Words for the ledger; of a ballot never the choice. */
  label: string;
  path: string;
  body: object;
  /** Instants in ms since 1970, by the device's clock. */
  recordedAtMs: number;
  /** Until then it can be undone and is not sent. */
  heldUntilMs: number;
  /** Why the API did not accept it; null while it waits. */
  refusal: string | null;
}

export interface DeliveredRecord {
  id: string;
  label: string;
  deliveredAtMs: number;
}

/** Everything recorded here is delivered, waiting or refused: the three always add up. */
export interface Ledger {
  recorded: number;
  delivered: number;
  waiting: number;
  refused: number;
  records: readonly OutboxRecord[];
  recent: readonly DeliveredRecord[];
  sending: boolean;
  /** Why the last attempt stopped. */
  trouble: 'none' | 'no_answer' | 'signed_out' | 'locked';
}

export interface OutboxStorage {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
}

/** How sending one record ended; `no_answer` leaves it waiting, `refused` needs a person. */
export type SendResult =
  { end: 'acknowledged' | 'no_answer' | 'signed_out' | 'locked' } | { end: 'refused'; message: string };

interface Index {
  waiting: string[];
  delivered: number;
  recent: DeliveredRecord[];
}

const recentKept = 20;

/**
 * Writes kept on the device, one storage key each, until the API has acknowledged them. A record leaves its key only
 * after the index knows it was acknowledged: whenever the app is killed, it is sent once more rather than lost.
 */
export class Outbox {
  private readonly listeners = new Set<() => void>();
  private running: Promise<void> | null = null;
  private inFlight: string | null = null;
  private trouble: Ledger['trouble'] = 'none';
  private snapshot: Ledger | null = null;

  constructor(
    private readonly owner: string,
    private readonly storage: OutboxStorage,
    private readonly send: (record: OutboxRecord) => Promise<SendResult>,
    private readonly nowMs: () => number,
  ) {}

  /**
   * Keeps a record, or replaces one that is still held.
   * @returns false when the device could not store it: then nothing was recorded
   */
  keep(record: OutboxRecord): boolean {
    const text = JSON.stringify(record);
    if (!this.writeSurely(this.recordKey(record.id), text)) return false;
    const index = this.readIndex();
    if (!index.waiting.includes(record.id)) {
      const indexed = this.writeIndex({ ...index, waiting: [...index.waiting, record.id] });
      if (!indexed) {
        this.storage.remove(this.recordKey(record.id));
        return false;
      }
    }
    this.changed();
    return true;
  }

  /** Takes a record back, unless it has been sent already. */
  takeBack(id: string): boolean {
    const index = this.readIndex();
    if (!index.waiting.includes(id) || this.inFlight === id) return false;
    this.writeIndex({ ...index, waiting: index.waiting.filter((each) => each !== id) });
    this.storage.remove(this.recordKey(id));
    this.changed();
    return true;
  }

  /** Ends the time in which a record can be undone. */
  release(id: string): void {
    const record = this.readRecord(id);
    if (record && record.heldUntilMs > 0) this.keep({ ...record, heldUntilMs: 0 });
  }

  /** Sends everything that waits, and gives up the time to undo. */
  sendNow(): Promise<void> {
    this.readIndex().waiting.forEach((id) => this.release(id));
    return this.flush();
  }

  /** Sends a refused record once more. */
  retry(id: string): Promise<void> {
    const record = this.readRecord(id);
    if (record) this.keep({ ...record, refusal: null });
    return this.flush();
  }

  /** Sends what waits, oldest first; stops at the first silence of the network. Safe to call at any time. */
  flush(): Promise<void> {
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
      this.changed();
    });
    return this.running;
  }

  ledger = (): Ledger => {
    this.snapshot ??= this.takeSnapshot();
    return this.snapshot;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private async sendAll(): Promise<void> {
    this.changed();
    for (const id of this.readIndex().waiting) {
      const record = this.readRecord(id);
      if (!record || record.refusal !== null || record.heldUntilMs > this.nowMs()) continue;
      this.inFlight = id;
      const result = await this.send(record).finally(() => (this.inFlight = null));
      if (result.end === 'acknowledged') this.acknowledged(record);
      else if (result.end === 'refused') this.keep({ ...record, refusal: result.message });
      else {
        this.trouble = result.end;
        return;
      }
    }
    this.trouble = 'none';
  }

  private acknowledged(record: OutboxRecord): void {
    const index = this.readIndex();
    this.writeIndex({
      waiting: index.waiting.filter((id) => id !== record.id),
      delivered: index.delivered + 1,
      recent: [{ id: record.id, label: record.label, deliveredAtMs: this.nowMs() }, ...index.recent].slice(
        0,
        recentKept,
      ),
    });
    this.storage.remove(this.recordKey(record.id));
    this.changed();
  }

  private takeSnapshot(): Ledger {
    const index = this.readIndex();
    const records = index.waiting.map((id) => this.readRecord(id)).filter((record) => record !== null);
    const refused = records.filter((record) => record.refusal !== null).length;
    return {
      recorded: index.delivered + records.length,
      delivered: index.delivered,
      waiting: records.length - refused,
      refused,
      records,
      recent: index.recent,
      sending: this.running !== null,
      trouble: this.trouble,
    };
  }

  private changed(): void {
    this.snapshot = null;
    this.listeners.forEach((listener) => listener());
  }

  private recordKey = (id: string): string => `outbox.record.${id}`;
  private indexKey = (): string => `outbox.index.${this.owner}`;

  private readRecord(id: string): OutboxRecord | null {
    const text = this.storage.read(this.recordKey(id));
    return text === null ? null : (JSON.parse(text) as OutboxRecord);
  }

  private readIndex(): Index {
    const text = this.storage.read(this.indexKey());
    return text === null ? { waiting: [], delivered: 0, recent: [] } : (JSON.parse(text) as Index);
  }

  private writeIndex(index: Index): boolean {
    return this.writeSurely(this.indexKey(), JSON.stringify(index));
  }

  /** A browser may refuse silently and WeChat throws; only what can be read back was stored. */
  private writeSurely(key: string, text: string): boolean {
    try {
      this.storage.write(key, text);
    } catch {
      return false;
    }
    return this.storage.read(key) === text;
  }
}
