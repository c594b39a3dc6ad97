import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A dispute (争议) about who speaks for a household. While it is open the household's ballot is frozen. */
@Entity('disputes')
@Check(
  'ck_disputes_settled',
  '(settled_at IS NULL) = (settlement IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)',
)
@Index('uq_disputes_open', ['householdId'], { unique: true, where: 'settled_at IS NULL' })
@Index('ix_disputes_household', ['householdId'])
@Index('ix_disputes_waiting', ['openedAt', 'id'], { where: 'settled_at IS NULL' })
@Index('ix_disputes_settled', ['openedAt', 'id'], { where: 'settled_at IS NOT NULL' })
export class Dispute {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_disputes' })
  id!: string;

  @Column('uuid', { name: 'household_id' })
  @ForeignKey('Household', { name: 'fk_disputes_household' })
  householdId!: string;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'opened_by' })
  @ForeignKey('Account', { name: 'fk_disputes_opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  /** How it ended, in the officer's words; null while it is open. */
  @Column('text', { nullable: true })
  settlement!: string | null;

  @Column('uuid', { name: 'settled_by', nullable: true })
  @ForeignKey('Account', { name: 'fk_disputes_settled_by' })
  settledBy!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
