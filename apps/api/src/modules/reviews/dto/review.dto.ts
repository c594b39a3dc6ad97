import { ApiProperty } from '@nestjs/swagger';
import { Id, Int, ListOf, LongText, OneOf } from '../../../platform/validation';
import { REVIEW_VERDICTS, SUBMISSION_KINDS, SUBMISSION_STATES } from '../review.types';
import type { ReviewVerdict, SubmissionKind, SubmissionState } from '../review.types';

const MOST_ROWS = 200;

/** Which part of the queue to read. */
export class ListReviewsQuery {
  /** `waiting` = received or resubmitted: the office owes an answer. Without it, everything. */
  @OneOf([...SUBMISSION_STATES, 'waiting'], { optional: true })
  state?: SubmissionState | 'waiting';

  @OneOf(SUBMISSION_KINDS, { optional: true })
  kind?: SubmissionKind;

  @Id({ optional: true })
  roundId?: string;

  @Int({ min: 1, max: MOST_ROWS, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;

  @Id({ optional: true, description: '`next` of the page before' })
  after?: string;
}

export class ApproveInput {
  @LongText({ optional: true, min: 0, max: 500, description: 'A remark for the record' })
  note?: string;
}

export class ReasonInput {
  @LongText({ max: 500, description: 'What must be put right, or why it cannot count' })
  reason!: string;
}

export class ReviewItemDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: SUBMISSION_KINDS })
  kind!: SubmissionKind;

  @ApiProperty({ enum: SUBMISSION_STATES })
  state!: SubmissionState;

  @ApiProperty({ description: 'Estate, building and stairwell' })
  place!: string;

  @ApiProperty()
  roomNo!: string;

  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  roundId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  roundTitle!: string | null;

  @ApiProperty({ type: String, enum: ['self_service', 'home_visit', 'paper', 'proxy'], nullable: true })
  channel!: string | null;

  @ApiProperty({ format: 'date-time' })
  submittedAt!: string;

  @ApiProperty()
  submittedByName!: string;
}

export class ReviewsPageDto {
  @ListOf(() => ReviewItemDto, { max: MOST_ROWS })
  reviews!: ReviewItemDto[];

  @Id({ nullable: true, description: '`after` of the next page; null on the last' })
  next!: string | null;
}

export class EvidenceDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  signatureId?: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  paperPhotoId?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false })
  typedName?: string | null;
}

export class ReviewHistoryLineDto {
  @ApiProperty({ enum: REVIEW_VERDICTS })
  verdict!: ReviewVerdict;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'date-time' })
  reviewedAt!: string;

  @ApiProperty()
  reviewerName!: string;
}

export class ReviewDetailDto extends ReviewItemDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'What was submitted: for a ballot its fields, for a binding the stated name, relation, method and document, for a proxy_authorisation the letter',
  })
  facts!: Record<string, unknown>;

  @ApiProperty({ type: EvidenceDto })
  evidence!: EvidenceDto;

  @ApiProperty({ type: [ReviewHistoryLineDto] })
  history!: ReviewHistoryLineDto[];
}
