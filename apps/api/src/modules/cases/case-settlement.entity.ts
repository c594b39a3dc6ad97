import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CaseOutcome } from './case.types';

/** One officer's settlement of a case, with the reason. Only ever added; the last one holds. */
@Entity('case_settlements')
@Check('ck_case_settlements_outcome', `outcome IN ('earlier', 'later', 'ask_again')`)
@Check('ck_case_settlements_ballot', `(outcome = 'ask_again') = (ballot_id IS NULL)`)
@Check('ck_case_settlements_reason', `reason <> ''`)
@Index('ix_case_settlements_case', ['caseId', 'settledAt'])
export class CaseSettlement {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_case_settlements' })
  id!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('Case', { name: 'fk_case_settlements_case' })
  caseId!: string;

  @Column('text')
  outcome!: CaseOutcome;

  /** The ballot that counts by it; null: none, the household is asked again. */
  @Column('uuid', { name: 'ballot_id', nullable: true })
  @ForeignKey('Ballot', { name: 'fk_case_settlements_ballot' })
  ballotId!: string | null;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'settled_by' })
  @ForeignKey('Account', { name: 'fk_case_settlements_settled_by' })
  settledBy!: string;

  @Column('timestamptz', { name: 'settled_at' })
  settledAt!: Date;
}
