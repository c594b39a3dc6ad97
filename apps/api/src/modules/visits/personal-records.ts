import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keptWhen, PersonalRecordsRegistry, type Fate, type PersonalRecords } from '../../platform/privacy';
import { BindingAccess } from '../bindings';
import { visitWords } from './copy/personal-words';

/** Visits at the person's doors, without who came; and how many the person made, without what other people said. */
@Injectable()
export class VisitRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'visits';
  readonly title = visitWords.title;
  readonly columns = ['visits.visited_by'];

  constructor(
    private readonly registry: PersonalRecordsRegistry,
    private readonly bindings: BindingAccess,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    return { atMyDoors: await this.atMyDoors(tx, accountId), made: await this.made(tx, accountId) };
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const isThere = (await this.atMyDoors(tx, accountId)).length > 0 || (await this.made(tx, accountId)).count > 0;
    return keptWhen(isThere, visitWords.kept);
  }

  private async atMyDoors(tx: EntityManager, accountId: string): Promise<unknown[]> {
    return tx.query<unknown[]>(
      `SELECT h.room_no AS "roomNo", v.visited_at AS "visitedAt", v.outcome, v.note, v.revisit_on AS "revisitOn"
         FROM visits v JOIN households h ON h.id = v.household_id
        WHERE v.household_id = ANY($1) ORDER BY v.visited_at, v.id`,
      [await this.bindings.votingHouseholdIds(tx, accountId)],
    );
  }

  private async made(
    tx: EntityManager,
    accountId: string,
  ): Promise<{ count: number; firstAt: Date | null; lastAt: Date | null }> {
    const rows: { count: number; firstAt: Date | null; lastAt: Date | null }[] = await tx.query(
      `SELECT count(*) AS count, min(visited_at) AS "firstAt", max(visited_at) AS "lastAt"
         FROM visits WHERE visited_by = $1`,
      [accountId],
    );
    return rows[0]!;
  }
}
