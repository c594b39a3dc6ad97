import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ReviewVerdict } from './review.types';

/** One officer's word on a submission. Only ever added. */
@Entity('reviews')
@Check('ck_reviews_verdict', `verdict = 'approve' OR (verdict IN ('return', 'reject') AND reason <> '')`)
@Index('ix_reviews_submission', ['submissionId', 'reviewedAt'])
export class Review {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_reviews' })
  id!: string;

  @Column('uuid', { name: 'submission_id' })
  @ForeignKey('Submission', { name: 'fk_reviews_submission' })
  submissionId!: string;

  @Column('text')
  verdict!: ReviewVerdict;

  @Column('text', { default: '' })
  reason!: string;

  @Column('uuid', { name: 'reviewed_by' })
  @ForeignKey('Account', { name: 'fk_reviews_reviewed_by' })
  reviewedBy!: string;

  @Column('timestamptz', { name: 'reviewed_at', default: () => 'now()' })
  reviewedAt!: Date;
}
