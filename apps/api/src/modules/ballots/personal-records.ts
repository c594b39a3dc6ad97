import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { exists, keptWhen, PersonalRecordsRegistry, type Fate, type PersonalRecords } from '../../platform/privacy';
import { BindingAccess } from '../bindings';
import { ballotWords } from './copy/personal-words';

/** Ballots of a household the account ever belonged to, recorded by it; those it took at other doors are other people's. */
const CAST_BY_ME = `FROM ballots b WHERE b.recorded_by = $1
  AND EXISTS (SELECT FROM bindings x WHERE x.account_id = $1 AND x.household_id = b.household_id)`;
/** Taken from somebody else's hand: whoever took it is its witness. */
const WITNESSED_BY_ME = `FROM ballots b WHERE b.recorded_by = $1 AND b.channel IN ('home_visit', 'paper')`;

/** A person's ballots with their receipts. Nothing of them ever goes: a count must come out the same for ever. */
@Injectable()
export class BallotRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'ballots';
  readonly title = ballotWords.title;
  readonly columns = ['ballots.recorded_by'];

  constructor(
    private readonly registry: PersonalRecordsRegistry,
    private readonly bindings: BindingAccess,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async read(tx: EntityManager, accountId: string): Promise<unknown> {
    const cast = await tx.query<unknown[]>(
      `SELECT m.title AS "roundTitle", t.building_name AS "buildingName", t.stairwell_name AS "stairwellName",
              t.room_no AS "roomNo", b.seq, b.choice, b.channel, b.recorded_by = $1 AS "recordedByMe",
              b.cast_at AS "castAt", b.received_at AS "receivedAt", b.signer_name AS "signerName",
              b.signer_relation AS "signerRelation", b.assisted_by AS "assistedBy", b.receipt_code AS "receiptCode"
         FROM ballots b
         JOIN entitlements t ON t.round_id = b.round_id AND t.household_id = b.household_id
         JOIN motions m ON m.round_id = b.round_id
        WHERE b.id IN (SELECT x.id
                         FROM entitlements n JOIN ballots x ON x.round_id = n.round_id AND x.household_id = n.household_id
                        WHERE n.household_id = ANY($2)
                       UNION SELECT b.id ${CAST_BY_ME})
        ORDER BY b.received_at, b.id`,
      [accountId, await this.bindings.votingHouseholdIds(tx, accountId)],
    );
    const [witnessed] = await tx.query<{ count: number }[]>(`SELECT count(*) AS count ${WITNESSED_BY_ME}`, [accountId]);
    return { cast, takenFromOthers: witnessed?.count ?? 0 };
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    return keptWhen(await exists(tx, `SELECT FROM ballots WHERE recorded_by = $1`, accountId), ballotWords.kept);
  }

  isWitness(tx: EntityManager, accountId: string): Promise<boolean> {
    return exists(tx, `SELECT ${WITNESSED_BY_ME}`, accountId);
  }
}
