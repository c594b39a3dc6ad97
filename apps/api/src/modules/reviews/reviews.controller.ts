import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, OFFICE_READERS, type Actor } from '../../platform/access';
import { Returns } from '../../platform/openapi';
import { Transactions } from '../../platform/transaction';
import { IdParam } from '../../platform/validation';
import { DecideSubmission } from './decide-submission';
import { ApproveInput, ListReviewsQuery, ReasonInput, ReviewDetailDto, ReviewsPageDto } from './dto/review.dto';
import { ReadReviews } from './read-reviews';

/** The review queue of one's remit. The office reads it; officers decide. */
@ApiTags('reviews')
@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly reviews: ReadReviews,
    private readonly decide: DecideSubmission,
  ) {}

  /** The queue, oldest first, page by page; `state=waiting` is what the office still owes an answer. */
  @Access(...OFFICE_READERS)
  @Returns(200, ReviewsPageDto)
  @Get()
  listReviews(@CurrentActor() actor: Actor, @Query() query: ListReviewsQuery): Promise<ReviewsPageDto> {
    return this.transactions.read((tx) => this.reviews.list(tx, actor, query));
  }

  /** One submission with its facts, evidence and history. 404 not_found. */
  @Access(...OFFICE_READERS)
  @Returns(200, ReviewDetailDto)
  @Get(':id')
  readReview(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ReviewDetailDto> {
    return this.transactions.read((tx) => this.reviews.detail(tx, actor, id));
  }

  /**
   * Approves: the binding, letter or ballot takes effect. 404 not_found, 409 own_submission, already_decided,
   * review_too_late, ballot_frozen, binding_not_pending, proxy_not_pending, proxy_cap_reached.
   */
  @Access('officer')
  @Returns(200, ReviewDetailDto)
  @Post(':id/approve')
  approveReview(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: ApproveInput,
  ): Promise<ReviewDetailDto> {
    return this.decide.execute(actor, id, 'approve', input.note ?? '');
  }

  /**
   * Returns it to whoever submitted it, with the reason. 404 not_found, 409 own_submission, already_decided,
   * review_too_late, binding_not_pending, proxy_not_pending.
   */
  @Access('officer')
  @Returns(200, ReviewDetailDto)
  @Post(':id/return')
  returnReview(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: ReasonInput,
  ): Promise<ReviewDetailDto> {
    return this.decide.execute(actor, id, 'return', input.reason);
  }

  /**
   * Rejects it for good, with the reason. 404 not_found, 409 own_submission, already_decided, review_too_late,
   * binding_not_pending, proxy_not_pending.
   */
  @Access('officer')
  @Returns(200, ReviewDetailDto)
  @Post(':id/reject')
  rejectReview(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() input: ReasonInput,
  ): Promise<ReviewDetailDto> {
    return this.decide.execute(actor, id, 'reject', input.reason);
  }
}
