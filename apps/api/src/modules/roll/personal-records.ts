import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { exists, keptWhen, PersonalRecordsRegistry, type Fate, type PersonalRecords } from '../../platform/privacy';
import { assignmentWords, rollWords } from './copy/personal-words';

/** Lines of the roll that carry the telephone of the account: the office's own register, so nothing of it goes. */
const MY_LINES = `
  SELECT o.name, h.room_no, w.name AS stairwell, b.name AS building, e.name AS estate
    FROM accounts a
    JOIN owners o ON o.phone_index = a.phone_index
    JOIN ownerships s ON s.owner_id = o.id
    JOIN households h ON h.id = s.household_id
    JOIN stairwells w ON w.id = h.stairwell_id
    JOIN buildings b ON b.id = w.building_id
    JOIN estates e ON e.id = w.estate_id
   WHERE a.id = $1
  UNION ALL
  SELECT t.name, h.room_no, w.name, b.name, e.name
    FROM accounts a
    JOIN public_housing_tenants t ON t.phone_index = a.phone_index
    JOIN households h ON h.id = t.household_id
    JOIN stairwells w ON w.id = h.stairwell_id
    JOIN buildings b ON b.id = w.building_id
    JOIN estates e ON e.id = w.estate_id
   WHERE a.id = $1`;

/** What the office's roll says of whoever has this telephone. */
@Injectable()
export class RollRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'roll';
  readonly title = rollWords.title;
  readonly columns = [];

  constructor(private readonly registry: PersonalRecordsRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const rows = await tx.query<Record<'name' | 'room_no' | 'stairwell' | 'building' | 'estate', string>[]>(MY_LINES, [
      accountId,
    ]);
    return rows.map(({ name, room_no: roomNo, stairwell, building, estate }) => ({
      nameOnRoll: name,
      roomNo,
      stairwellName: stairwell,
      buildingName: building,
      estateName: estate,
    }));
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    return keptWhen(await exists(tx, MY_LINES, accountId), rollWords.kept);
  }
}

/** Where a volunteer was to visit. Has to be given back before the account is closed: a door must not lose its visitor. */
@Injectable()
export class AssignmentRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'assignments';
  readonly title = assignmentWords.title;
  readonly columns = ['volunteer_assignments.account_id'];

  constructor(
    private readonly registry: PersonalRecordsRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  read(tx: EntityManager, accountId: string): Promise<unknown> {
    return tx.query(
      `SELECT w.code AS "stairwellCode", w.name AS "stairwellName", a.expires_on AS "expiresOn",
              a.assigned_at AS "assignedAt"
         FROM volunteer_assignments a JOIN stairwells w ON w.id = a.stairwell_id
        WHERE a.account_id = $1 ORDER BY a.assigned_at, w.code`,
      [accountId],
    );
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const isThere = await exists(tx, 'SELECT FROM volunteer_assignments WHERE account_id = $1', accountId);
    return keptWhen(isThere, assignmentWords.kept);
  }

  async openDuties(tx: EntityManager, accountId: string): Promise<string[]> {
    const rows = await tx.query<unknown[]>(
      'SELECT 1 FROM volunteer_assignments WHERE account_id = $1 AND expires_on >= $2 LIMIT 1',
      [accountId, this.clock.today()],
    );
    return rows.length > 0 ? [assignmentWords.duty] : [];
  }
}

export const ROLL_RECORDS = [RollRecords, AssignmentRecords];
