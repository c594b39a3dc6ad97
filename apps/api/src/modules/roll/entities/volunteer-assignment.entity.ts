import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which stairwell a volunteer may visit, and until which day (that day included). */
@Entity('volunteer_assignments')
@Index('ix_volunteer_assignments_stairwell', ['stairwellId'])
export class VolunteerAssignment {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'pk_volunteer_assignments' })
  @ForeignKey('Account', { name: 'fk_volunteer_assignments_account' })
  accountId!: string;

  @PrimaryColumn('uuid', { name: 'stairwell_id', primaryKeyConstraintName: 'pk_volunteer_assignments' })
  @ForeignKey('Stairwell', { name: 'fk_volunteer_assignments_stairwell' })
  stairwellId!: string;

  @Column('date', { name: 'expires_on' })
  expiresOn!: string;

  @Column('uuid', { name: 'assigned_by' })
  @ForeignKey('Account', { name: 'fk_volunteer_assignments_assigned_by' })
  assignedBy!: string;

  @Column('timestamptz', { name: 'assigned_at', default: () => 'now()' })
  assignedAt!: Date;
}
