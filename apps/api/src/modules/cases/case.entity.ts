import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CaseOutcome } from './case.types';

/**
 * A case (存疑票): answers of one household that differ and come from different persons or channels. The earlier one goes
 * on counting until an officer settles the case; how it stands now is repeated here from the last settlement.
 */
@Entity('cases')
@Unique('uq_cases_household_seq', ['roundId', 'householdId', 'seq'])
@Check('ck_cases_outcome', `outcome IN ('earlier', 'later', 'ask_again')`)
@Check(
  'ck_cases_settled',
  `(outcome IS NULL) = (settled_at IS NULL) AND (standing_ballot_id IS NOT NULL) = (outcome IS NOT NULL AND outcome <> 'earlier')`,
)
@Index('uq_cases_open', ['roundId', 'householdId'], { unique: true, where: 'outcome IS NULL' })
@Index('ix_cases_waiting', ['openedAt', 'id'], { where: 'outcome IS NULL' })
@Index('ix_cases_settled', ['openedAt', 'id'], { where: 'outcome IS NOT NULL' })
@Index('ix_cases_queue', ['estateId', 'openedAt'])
@ForeignKey('Entitlement', ['roundId', 'householdId'], ['roundId', 'householdId'], { name: 'fk_cases_entitlement' })
export class Case {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_cases' })
  id!: string;

  @Column('uuid', { name: 'round_id' })
  roundId!: string;

  @Column('uuid', { name: 'household_id' })
  householdId!: string;

  /** 1 for the household's first case in the round. Only the newest may be settled again. */
  @Column('integer')
  seq!: number;

  @Column('uuid', { name: 'estate_id' })
  @ForeignKey('Estate', { name: 'fk_cases_estate' })
  estateId!: string;

  /** The ballot that counted when the case was opened. */
  @Column('uuid', { name: 'earlier_ballot_id' })
  @ForeignKey('Ballot', { name: 'fk_cases_earlier_ballot' })
  earlierBallotId!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  /** null while it is open. */
  @Column('text', { nullable: true })
  outcome!: CaseOutcome | null;

  /** The later ballot that stands by the settlement; with `ask_again` the newest, which then says nothing. */
  @Column('uuid', { name: 'standing_ballot_id', nullable: true })
  @ForeignKey('Ballot', { name: 'fk_cases_standing_ballot' })
  standingBallotId!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
