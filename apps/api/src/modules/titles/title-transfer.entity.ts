import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That a household changed hands (过户), as the office read it off the new title. */
@Entity('title_transfers')
@Index('ix_title_transfers_household', ['householdId', 'recordedAt'])
export class TitleTransfer {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_title_transfers' })
  id!: string;

  @Column('uuid', { name: 'household_id' })
  @ForeignKey('Household', { name: 'fk_title_transfers_household' })
  householdId!: string;

  @Column('text', { name: 'former_owner_names', array: true })
  formerOwnerNames!: string[];

  @Column('text', { name: 'new_owner_names', array: true })
  newOwnerNames!: string[];

  /** The day on the title. */
  @Column('date', { name: 'transferred_on' })
  transferredOn!: string;

  @Column('bytea', { name: 'document_number_sealed', nullable: true })
  documentNumberSealed!: Buffer | null;

  @Column('text', { default: '' })
  note!: string;

  @Column('uuid', { name: 'recorded_by' })
  @ForeignKey('Account', { name: 'fk_title_transfers_recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
