import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A later ballot of a case: held, until an officer lets it stand. Only ever added. */
@Entity('case_ballots')
@Index('ix_case_ballots_case', ['caseId'])
export class CaseBallot {
  @PrimaryColumn('uuid', { name: 'ballot_id', primaryKeyConstraintName: 'pk_case_ballots' })
  @ForeignKey('Ballot', { name: 'fk_case_ballots_ballot' })
  ballotId!: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('Case', { name: 'fk_case_ballots_case' })
  caseId!: string;

  @Column('timestamptz', { name: 'joined_at' })
  joinedAt!: Date;
}
