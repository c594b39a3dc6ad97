import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what people want to be reminded of an open round, and the messages that went out. */
export class Reminders1796027800000 implements MigrationInterface {
  name = 'Reminders1796027800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE reminder_choices (
  account_id uuid NOT NULL,
  channel text NOT NULL DEFAULT 'none',
  weapp_permissions smallint NOT NULL DEFAULT 0,
  chosen_at timestamptz,
  CONSTRAINT pk_reminder_choices PRIMARY KEY (account_id),
  CONSTRAINT ck_reminder_choices_channel CHECK (channel IN ('none', 'sms', 'weapp')),
  CONSTRAINT ck_reminder_choices_weapp_permissions CHECK (weapp_permissions BETWEEN 0 AND 5),
  CONSTRAINT fk_reminder_choices_account FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE TABLE reminders (
  id uuid NOT NULL,
  round_id uuid NOT NULL,
  account_id uuid NOT NULL,
  channel text NOT NULL,
  state text NOT NULL,
  reason text,
  asked_at timestamptz NOT NULL,
  sent_at timestamptz,
  CONSTRAINT pk_reminders PRIMARY KEY (id),
  CONSTRAINT uq_reminders_once UNIQUE (round_id, account_id, asked_at),
  CONSTRAINT ck_reminders_channel CHECK (channel IN ('sms', 'weapp')),
  CONSTRAINT ck_reminders_state CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'not_needed')),
  CONSTRAINT ck_reminders_reason CHECK (reason IN ('no_permission', 'refused', 'unreachable', 'uncertain')),
  CONSTRAINT ck_reminders_failed CHECK ((state = 'failed') = (reason IS NOT NULL)),
  CONSTRAINT fk_reminders_round FOREIGN KEY (round_id) REFERENCES consultation_rounds (id),
  CONSTRAINT fk_reminders_account FOREIGN KEY (account_id) REFERENCES accounts (id)
);
CREATE INDEX ix_reminders_account ON reminders (account_id);
CREATE INDEX ix_reminders_unfinished ON reminders (asked_at, id) WHERE state IN ('waiting', 'sending');
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminders, reminder_choices');
  }
}
