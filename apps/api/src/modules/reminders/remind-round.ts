import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/transaction';
import { RoundsAccess, type RoundRow } from '../rounds';
import type { ReminderPlanDto } from './dto/reminder-plan.dto';
import { MOST_ASKS, ROUND_REST_MS } from './reminder-limits';
import { RemindersRepository, type RoundReminders } from './reminders.repository';
import { reminderRefusals } from './reminders.refusals';
import { SendReminders } from './send-reminders';

/** Reminding the silent doors of a round, each person by the channel they chose. */
@Injectable()
export class RemindRound {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: RoundsAccess,
    private readonly reminders: RemindersRepository,
    private readonly sender: SendReminders,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Who would be reminded now, and who cannot be. Nobody where no round is open. @throws not_found (404) */
  plan(actor: Actor, roundId: string): Promise<ReminderPlanDto> {
    return this.transactions.snapshot(async (tx) => {
      return this.planOf(tx, await this.access.reached(tx, actor, roundId));
    });
  }

  /**
   * Reminds them: at most once in 24 hours and three times in all for a round, a person at most once in 48 hours.
   * @throws not_found (404), reminders_round_not_open, reminders_used_up, reminders_too_soon, reminders_nobody (409)
   */
  async ask(actor: Actor, roundId: string): Promise<ReminderPlanDto> {
    const plan = await this.transactions.run(async (tx) => {
      await this.reminders.lockRound(tx, roundId);
      const round = await this.access.reached(tx, actor, roundId);
      if (!this.isOpen(round)) throw reminderRefusals.reminders_round_not_open({ roundState: round.state });
      const before = await this.reminders.ofRound(tx, roundId);
      if (before.asks >= MOST_ASKS) throw reminderRefusals.reminders_used_up();
      const mayAskFrom = this.mayAskFrom(before);
      if (mayAskFrom) throw reminderRefusals.reminders_too_soon({ mayAskFrom });
      const messages = await this.reminders.ask(tx, roundId);
      if (messages === 0) throw reminderRefusals.reminders_nobody();
      await this.audit.record(tx, {
        actor,
        action: 'round.remind',
        subjectKind: 'round',
        subjectId: roundId,
        estateId: round.estateId,
        detail: { messages },
      });
      return this.planOf(tx, round);
    });
    this.sender.wake();
    return plan;
  }

  private async planOf(tx: EntityManager, round: RoundRow): Promise<ReminderPlanDto> {
    const { id: roundId } = round;
    const isOpen = this.isOpen(round);
    const doors = isOpen ? await this.reminders.silentDoors(tx, roundId) : [];
    const people = isOpen ? await this.reminders.peopleByChannel(tx, roundId) : { sms: 0, weapp: 0 };
    const past = await this.reminders.ofRound(tx, roundId);
    return {
      silentDoors: doors.length,
      ...people,
      unreached: doors.flatMap(({ reason, ...door }) => (reason === null ? [] : [{ ...door, reason }])),
      waiting: past.waiting,
      sent: past.sent,
      failed: past.failed,
      asksLeft: Math.max(0, MOST_ASKS - past.asks),
      lastAskedAt: past.lastAskedAt?.toISOString() ?? null,
      mayAskFrom: this.mayAskFrom(past),
    };
  }

  private isOpen({ state, closesAt }: RoundRow): boolean {
    return state === 'open' && this.clock.now() < closesAt;
  }

  private mayAskFrom({ lastAskedAt }: RoundReminders): string | null {
    if (lastAskedAt === null) return null;
    const from = new Date(lastAskedAt.getTime() + ROUND_REST_MS);
    return this.clock.now() < from ? from.toISOString() : null;
  }
}
