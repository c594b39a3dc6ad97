import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';
import type { Reach } from '../roll';
import type { ListReviewsQuery, ReviewDetailDto, ReviewItemDto, ReviewsPageDto } from './dto/review.dto';
import { historyOf, queueRows, waitingCounts, type QueueRow } from './reviews.repository';
import { SubmissionHandlers } from './submission-handlers';

const USUAL_LIMIT = 50;
const THREE_DAYS_MS = 3 * 24 * 60 * 60 * 1000;

/** The review queue as the office reads it; what is out of reach is not in it. */
@Injectable()
export class ReadReviews {
  constructor(
    private readonly handlers: SubmissionHandlers,
    private readonly clock: Clock,
  ) {}

  /** One page of the queue, oldest first. */
  async list(tx: EntityManager, { remit }: Reach, query: ListReviewsQuery): Promise<ReviewsPageDto> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const rows = await queueRows(tx, remit, { ...filter, limit: limit + 1 });
    const reviews = rows.slice(0, limit).map(presentItem);
    return { reviews, next: rows.length > limit ? reviews.at(-1)!.id : null };
  }

  /**
   * One submission with what is needed to decide it.
   * @throws not_found (404)
   */
  async detail(tx: EntityManager, { remit }: Reach, id: string): Promise<ReviewDetailDto> {
    const [row] = await queueRows(tx, remit, { id, limit: 1 });
    if (!row) throw common.not_found();
    const { facts, evidence } = await this.handlers.of(row.kind).describe(tx, row);
    const history = await historyOf(tx, id);
    return {
      ...presentItem(row),
      facts,
      evidence,
      history: history.map((line) => ({ ...line, reviewedAt: line.reviewedAt.toISOString() })),
    };
  }

  /** How many answers the office owes, and how many it has owed for more than three days. */
  async waiting(
    tx: EntityManager,
    { remit }: Reach,
  ): Promise<{ pendingReviews: number; reviewsOlderThanDays3: number }> {
    const { all, older } = await waitingCounts(tx, remit, new Date(this.clock.now().getTime() - THREE_DAYS_MS));
    return { pendingReviews: all, reviewsOlderThanDays3: older };
  }
}

function presentItem(row: QueueRow): ReviewItemDto {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    place: row.place,
    roomNo: row.roomNo,
    householdId: row.householdId,
    roundId: row.roundId,
    roundTitle: row.roundTitle,
    channel: row.channel,
    submittedAt: row.submittedAt.toISOString(),
    submittedByName: row.submittedByName,
  };
}
