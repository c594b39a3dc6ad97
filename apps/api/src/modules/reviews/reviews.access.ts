import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RollAccess, type Reach } from '../roll';
import type { SubmissionRow } from './review.types';

/** Which submissions the office's people reach: those of the estates in their remit; any other is unknown to them. */
@Injectable()
export class ReviewsAccess {
  constructor(private readonly access: RollAccess) {}

  /** @throws not_found (404) */
  async assertReached(tx: EntityManager, actor: Reach, submission: Pick<SubmissionRow, 'estateId'>): Promise<void> {
    await this.access.assertEstate(tx, actor, submission.estateId);
  }
}
