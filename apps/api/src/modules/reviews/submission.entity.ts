import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { SubmissionKind, SubmissionState } from './review.types';

/** Something that waits for a second pair of eyes: a binding, a proxy's letter, or a ballot that someone else recorded. */
@Entity('submissions')
@Unique('uq_submissions_binding', ['bindingId'])
@Unique('uq_submissions_ballot', ['ballotId'])
@Unique('uq_submissions_proxy_authorisation', ['proxyAuthorisationId'])
@Check(
  'ck_submissions_kind',
  `(kind = 'binding' AND binding_id IS NOT NULL AND ballot_id IS NULL AND proxy_authorisation_id IS NULL) OR (kind = 'ballot' AND ballot_id IS NOT NULL AND round_id IS NOT NULL AND binding_id IS NULL AND proxy_authorisation_id IS NULL) OR (kind = 'proxy_authorisation' AND proxy_authorisation_id IS NOT NULL AND round_id IS NULL AND binding_id IS NULL AND ballot_id IS NULL)`,
)
@Check('ck_submissions_state', `state IN ('received', 'has_issues', 'resubmitted', 'approved', 'rejected')`)
@Index('ix_submissions_submitted_by', ['submittedBy'])
@Index('ix_submissions_queue', ['estateId', 'state', 'submittedAt'])
@Index('ix_submissions_submitted', ['submittedAt', 'id'])
@Index('ix_submissions_state', ['state', 'kind', 'submittedAt', 'id'])
@Index('ix_submissions_round', ['roundId', 'state'])
export class Submission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_submissions' })
  id!: string;

  @Column('text')
  kind!: SubmissionKind;

  @Column('uuid', { name: 'estate_id' })
  @ForeignKey('Estate', { name: 'fk_submissions_estate' })
  estateId!: string;

  @Column('uuid', { name: 'household_id' })
  @ForeignKey('Household', { name: 'fk_submissions_household' })
  householdId!: string;

  @Column('uuid', { name: 'round_id', nullable: true })
  @ForeignKey('ConsultationRound', { name: 'fk_submissions_round' })
  roundId!: string | null;

  @Column('uuid', { name: 'binding_id', nullable: true })
  @ForeignKey('Binding', { name: 'fk_submissions_binding' })
  bindingId!: string | null;

  @Column('uuid', { name: 'ballot_id', nullable: true })
  @ForeignKey('Ballot', { name: 'fk_submissions_ballot' })
  ballotId!: string | null;

  @Column('uuid', { name: 'proxy_authorisation_id', nullable: true })
  @ForeignKey('ProxyAuthorisation', { name: 'fk_submissions_proxy_authorisation' })
  proxyAuthorisationId!: string | null;

  @Column('text')
  state!: SubmissionState;

  @Column('uuid', { name: 'submitted_by' })
  @ForeignKey('Account', { name: 'fk_submissions_submitted_by' })
  submittedBy!: string;

  @Column('timestamptz', { name: 'submitted_at', default: () => 'now()' })
  submittedAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
