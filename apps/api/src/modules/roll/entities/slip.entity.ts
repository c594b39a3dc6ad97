import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The slip an office hands to a household: a PIN of which only a slow hash is kept. */
@Entity('slips')
export class Slip {
  @PrimaryColumn('uuid', { name: 'household_id', primaryKeyConstraintName: 'pk_slips' })
  @ForeignKey('Household', { name: 'fk_slips_household' })
  householdId!: string;

  @Column('text', { name: 'pin_hash' })
  pinHash!: string;

  @Column('smallint', { name: 'failed_tries', default: 0 })
  failedTries!: number;

  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;

  @Column('uuid', { name: 'issued_by' })
  @ForeignKey('Account', { name: 'fk_slips_issued_by' })
  issuedBy!: string;

  @Column('timestamptz', { name: 'issued_at', default: () => 'now()' })
  issuedAt!: Date;
}
