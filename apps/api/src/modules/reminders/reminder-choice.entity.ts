import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ReminderChannel } from './reminder.types';

/** By what a person wants to be reminded, and how many messages they have allowed in WeChat, which cannot be asked. */
@Entity('reminder_choices')
@Check('ck_reminder_choices_channel', `channel IN ('none', 'sms', 'weapp')`)
@Check('ck_reminder_choices_weapp_permissions', 'weapp_permissions BETWEEN 0 AND 5')
export class ReminderChoice {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'pk_reminder_choices' })
  @ForeignKey('Account', { name: 'fk_reminder_choices_account' })
  accountId!: string;

  @Column('text', { default: 'none' })
  channel!: ReminderChannel;

  @Column('smallint', { name: 'weapp_permissions', default: 0 })
  weappPermissions!: number;

  /** null: only permissions were counted so far. */
  @Column('timestamptz', { name: 'chosen_at', nullable: true })
  chosenAt!: Date | null;
}
