import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { BOUND_RELATIONS, BindingAccess } from '../bindings';
import { PERSON_REST_MS } from './reminder-limits';
import type { RemindedOf } from './copy/reminder-text';
import { ReminderWays } from './reminder-ways';
import type { ReminderChannel, SendingChannel, UnreachedReason } from './reminder.types';
import { silentPeople } from './silent-people';

/** A silent door; without a reason somebody of it gets a message. */
export interface SilentDoorRow {
  householdId: string;
  place: string;
  roomNo: string;
  reason: UnreachedReason | null;
}

/** Who is still to be reminded, by what, and of what. */
export interface SilentVoter extends RemindedOf {
  channel: ReminderChannel;
}

/** What came of the reminders of a round. */
export interface RoundReminders {
  waiting: number;
  sent: number;
  failed: number;
  asks: number;
  lastAskedAt: Date | null;
}

/** Who of a round is silent, and what was sent to them. */
@Injectable()
export class RemindersRepository {
  constructor(
    private readonly bindings: BindingAccess,
    private readonly ways: ReminderWays,
    private readonly clock: Clock,
  ) {}

  /** One asking at a time for a round, until the transaction ends. Casting does not wait for it. */
  async lockRound(tx: EntityManager, roundId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('reminders:' || $1, 0))`, [roundId]);
  }

  /** Every silent door, in the order people walk them. */
  silentDoors(tx: EntityManager, roundId: string): Promise<SilentDoorRow[]> {
    return tx.query(
      `WITH ${silentPeople('everyone')}
       SELECT household_id AS "householdId", place, room_no AS "roomNo", reason FROM doors ORDER BY nth`,
      this.parameters(roundId),
    );
  }

  /** How many people would get a message by which channel; somebody with two silent doors is one. */
  async peopleByChannel(tx: EntityManager, roundId: string): Promise<Record<SendingChannel, number>> {
    const rows: { channel: SendingChannel; people: number }[] = await tx.query(
      `WITH ${silentPeople('everyone')}
       SELECT channel, count(DISTINCT account_id) AS people FROM voters WHERE reached AND NOT lately GROUP BY channel`,
      this.parameters(roundId),
    );
    return { sms: 0, weapp: 0, ...Object.fromEntries(rows.map(({ channel, people }) => [channel, people])) };
  }

  /** One row for each person who gets a message now. @returns how many */
  async ask(tx: EntityManager, roundId: string): Promise<number> {
    const params = this.parameters(roundId);
    const rows: unknown[] = await tx.query(
      `WITH ${silentPeople('everyone')}
       INSERT INTO reminders (id, round_id, account_id, channel, state, asked_at)
       SELECT gen_random_uuid(), $1, account_id, min(channel), 'waiting', $${params.length + 1}
         FROM voters WHERE reached AND NOT lately GROUP BY account_id
       RETURNING id`,
      [...params, this.clock.now()],
    );
    return rows.length;
  }

  /**
   * Somebody who may vote for a silent door of an open round, with the first of these doors' stairwells and the channel
   * they want; null when there is no such door any more.
   */
  async silentVoter(tx: EntityManager, roundId: string, accountId: string): Promise<SilentVoter | null> {
    const params = this.parameters(roundId);
    const [voter]: SilentVoter[] = await tx.query(
      `WITH ${silentPeople('one')}
       SELECT v.channel, e.name AS "estateName", b.name AS "buildingName", w.name AS "stairwellName",
              w.code AS "stairwellCode", r.closes_at AS "closesAt"
         FROM voters v
         JOIN consultation_rounds r ON r.id = $1 AND r.state = 'open' AND r.closes_at > $7
         JOIN stairwells w ON w.id = v.stairwell_id
         JOIN buildings b ON b.id = w.building_id
         JOIN estates e ON e.id = w.estate_id
        WHERE v.account_id = $6
        ORDER BY v.nth LIMIT 1`,
      [...params, accountId, this.clock.now()],
    );
    return voter ?? null;
  }

  /** What came of the reminders of a round so far. */
  async ofRound(tx: EntityManager, roundId: string): Promise<RoundReminders> {
    const [row]: [RoundReminders] = await tx.query(
      `SELECT count(*) FILTER (WHERE state IN ('waiting', 'sending')) AS waiting,
              count(*) FILTER (WHERE state = 'sent') AS sent, count(*) FILTER (WHERE state = 'failed') AS failed,
              count(DISTINCT asked_at) AS asks, max(asked_at) AS "lastAskedAt"
         FROM reminders WHERE round_id = $1`,
      [roundId],
    );
    return row;
  }

  private parameters(roundId: string): unknown[] {
    const voting = BOUND_RELATIONS.filter((relation) => this.bindings.mayVote(relation));
    const lately = new Date(this.clock.now().getTime() - PERSON_REST_MS);
    return [roundId, this.clock.today(), voting, this.ways.open(), lately];
  }
}
