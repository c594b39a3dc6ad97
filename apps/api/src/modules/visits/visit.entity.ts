import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a volunteer found at a door (入户走访). `for` and `against` are what was said, never a ballot. */
export const VISIT_OUTCOMES = ['not_home', 'considering', 'for', 'against', 'refused', 'moved', 'wrong_door'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** One visit to one door. Only ever added; the note is emptied when its time is over. */
@Entity('visits')
@Check(
  'ck_visits_outcome',
  `outcome IN ('not_home', 'considering', 'for', 'against', 'refused', 'moved', 'wrong_door')`,
)
@Index('ix_visits_visited_by', ['visitedBy'])
@Index('ix_visits_household', ['householdId', 'visitedAt'])
export class Visit {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_visits' })
  id!: string;

  @Column('uuid', { name: 'household_id' })
  @ForeignKey('Household', { name: 'fk_visits_household' })
  householdId!: string;

  @Column('uuid', { name: 'visited_by' })
  @ForeignKey('Account', { name: 'fk_visits_visited_by' })
  visitedBy!: string;

  @Column('text')
  outcome!: VisitOutcome;

  @Column('text', { default: '' })
  note!: string;

  /** The day the volunteer means to come again. */
  @Column('date', { name: 'revisit_on', nullable: true })
  revisitOn!: string | null;

  /** By the tablet's clock. */
  @Column('timestamptz', { name: 'visited_at' })
  visitedAt!: Date;

  /** By the server's clock. */
  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt!: Date;
}
