import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access';

/** What becomes of one kind of records when a person closes the account. Without `why` it is erased. */
export interface Fate {
  what: string;
  why?: string;
  /** How long it stays, in words; stands beside `why`. */
  until?: string;
}

/** Whose records to erase. */
export interface ErasureOrder {
  actor: Actor;
  at: Date;
  /** The name stays: it is a witness's under other people's ballots. */
  keepsName: boolean;
}

/** What one module knows of a person: how to hand it out, and what of it may go. */
export interface PersonalRecords {
  /** Its member of the exported document. */
  readonly section: string;
  /** What the person reads above it. */
  readonly title: string;
  /** Every column (`table.column`) naming an account that this answers for; an architecture spec misses none. */
  readonly columns: readonly string[];
  /** Everything about the person, for the person: nothing that is about somebody else. */
  read(tx: EntityManager, accountId: string): Promise<unknown>;
  /** Only what there is: a person who never voted reads nothing about ballots. */
  fates(tx: EntityManager, accountId: string): Promise<Fate[]>;
  /** Takes away what `fates` says is erased. */
  erase?(tx: EntityManager, order: ErasureOrder): Promise<void>;
  /** Duties that must be handed over before the account may be closed, in words. */
  openDuties?(tx: EntityManager, accountId: string): Promise<string[]>;
  /** Whether the person's name stands as a witness under what others decided. */
  isWitness?(tx: EntityManager, accountId: string): Promise<boolean>;
  /** The purpose these rest on by consent alone: withdrawn, they are erased at once. */
  readonly purpose?: string;
  /** The account itself goes last: the others look things up by it. */
  readonly isLast?: boolean;
}

/** Modules register here when they start, so that export and erasure know none of them. */
@Injectable()
export class PersonalRecordsRegistry {
  private readonly known = new Map<string, PersonalRecords>();

  /** Called once by each module, when it starts. @throws Error when two use one section */
  register(...records: PersonalRecords[]): void {
    for (const each of records) {
      if (this.known.has(each.section)) throw new Error(`two modules call their records ${each.section}`);
      this.known.set(each.section, each);
    }
  }

  /** In the order they are erased; the account itself is last. */
  all(): PersonalRecords[] {
    const records = [...this.known.values()];
    return [...records.filter(({ isLast }) => !isLast), ...records.filter(({ isLast }) => isLast)];
  }
}

/** A line about something erased, when there is any of it. */
export const erasedWhen = (isThere: boolean, what: string): Fate[] => (isThere ? [{ what }] : []);

/** A line about something kept, when there is any of it. */
export const keptWhen = (isThere: boolean, fate: Required<Fate>): Fate[] => (isThere ? [fate] : []);

/** Whether a table has a row; `sql` is what stands after EXISTS, `$1` the account. */
export async function exists(tx: EntityManager, sql: string, accountId: string): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }[]>(`SELECT EXISTS (${sql}) AS found`, [accountId]);
  return row?.found ?? false;
}
