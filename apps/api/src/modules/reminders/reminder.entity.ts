import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReminderFailureReason } from '../gateways';
import type { ReminderState, SendingChannel } from './reminder.types';

/**
 * One message to one person about one round. It names no door and holds no text: both are worked out when it is sent,
 * from what is true then.
 */
@Entity('reminders')
@Unique('uq_reminders_once', ['roundId', 'accountId', 'askedAt'])
@Check('ck_reminders_channel', `channel IN ('sms', 'weapp')`)
@Check('ck_reminders_state', `state IN ('waiting', 'sending', 'sent', 'failed', 'not_needed')`)
@Check('ck_reminders_reason', `reason IN ('no_permission', 'refused', 'unreachable', 'uncertain')`)
@Check('ck_reminders_failed', `(state = 'failed') = (reason IS NOT NULL)`)
@Index('ix_reminders_account', ['accountId'])
@Index('ix_reminders_unfinished', ['askedAt', 'id'], { where: `state IN ('waiting', 'sending')` })
export class Reminder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reminders' })
  id!: string;

  @Column('uuid', { name: 'round_id' })
  @ForeignKey('ConsultationRound', { name: 'fk_reminders_round' })
  roundId!: string;

  @Column('uuid', { name: 'account_id' })
  @ForeignKey('Account', { name: 'fk_reminders_account' })
  accountId!: string;

  @Column('text')
  channel!: SendingChannel;

  @Column('text')
  state!: ReminderState;

  @Column('text', { nullable: true })
  reason!: ReminderFailureReason | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  /** When the gateway was asked; null while it waits, and when it was not needed. */
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
