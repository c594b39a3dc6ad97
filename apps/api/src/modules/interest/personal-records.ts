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
import { BindingAccess } from '../bindings';
import { interestWords } from './copy/personal-words';

/** Said by the person; what a volunteer wrote down at other doors is about other people. */
const SAID_BY_ME = `FROM expressions_of_interest x WHERE x.recorded_by = $1 AND x.channel = 'self_service'`;

/** What was said before a round for the person's households. */
@Injectable()
export class InterestRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'interests';
  readonly title = interestWords.title;
  readonly purpose = 'interest';
  readonly columns = ['expressions_of_interest.recorded_by'];

  constructor(
    private readonly registry: PersonalRecordsRegistry,
    private readonly bindings: BindingAccess,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    return tx.query(
      `SELECT h.room_no AS "roomNo", x.channel, x.stance, x.reasons, x.note, x.received_at AS "receivedAt"
         FROM expressions_of_interest x JOIN households h ON h.id = x.household_id
        WHERE (x.recorded_by = $1 AND x.channel = 'self_service') OR x.household_id = ANY($2)
        ORDER BY x.received_at, x.id`,
      [accountId, await this.bindings.votingHouseholdIds(tx, accountId)],
    );
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    const isThere = await exists(tx, `SELECT ${SAID_BY_ME}`, accountId);
    return [...erasedWhen(isThere, interestWords.erased), ...keptWhen(isThere, interestWords.kept)];
  }

  async erase(tx: EntityManager, { actor }: ErasureOrder): Promise<void> {
    await tx.query(
      `UPDATE expressions_of_interest SET note = '', reasons = '{}'
        WHERE recorded_by = $1 AND channel = 'self_service'`,
      [actor.accountId],
    );
  }
}
