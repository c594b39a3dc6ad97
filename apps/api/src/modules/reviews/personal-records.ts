import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { exists, keptWhen, PersonalRecordsRegistry, type Fate, type PersonalRecords } from '../../platform/privacy';
import { reviewWords } from './copy/personal-words';

/** Handed in for a household the account belonged to; what it took at other doors is other people's. */
const HANDED_IN_BY_ME = `FROM submissions s WHERE s.submitted_by = $1
  AND EXISTS (SELECT FROM bindings b WHERE b.account_id = $1 AND b.household_id = s.household_id)`;

/** What a person handed in, and what was said to it; not by whom. */
@Injectable()
export class ReviewRecords implements PersonalRecords, OnModuleInit {
  readonly section = 'submissions';
  readonly title = reviewWords.title;
  readonly columns = ['submissions.submitted_by'];

  constructor(private readonly registry: PersonalRecordsRegistry) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  read(tx: EntityManager, accountId: string): Promise<unknown> {
    return tx.query(
      `SELECT s.kind, s.state, s.submitted_at AS "submittedAt", s.decided_at AS "decidedAt",
              COALESCE((SELECT jsonb_agg(jsonb_build_object('verdict', r.verdict, 'reason', r.reason, 'reviewedAt', r.reviewed_at)
                                         ORDER BY r.reviewed_at)
                          FROM reviews r WHERE r.submission_id = s.id), '[]') AS answers
         ${HANDED_IN_BY_ME} ORDER BY s.submitted_at, s.id`,
      [accountId],
    );
  }

  async fates(tx: EntityManager, accountId: string): Promise<Fate[]> {
    return keptWhen(await exists(tx, `SELECT ${HANDED_IN_BY_ME}`, accountId), reviewWords.kept);
  }
}
