import { Module } from '@nestjs/common';
import { DecideSubmission } from './decide-submission';
import { ReadReviews } from './read-reviews';
import { ReviewsController } from './reviews.controller';
import { SubmissionHandlers } from './submission-handlers';
import { Submissions } from './submissions';

/** The second pair of eyes: what waits for it, and what was said. Knows no other module; they register with it. */
@Module({
  controllers: [ReviewsController],
  providers: [Submissions, SubmissionHandlers, ReadReviews, DecideSubmission],
  exports: [Submissions, SubmissionHandlers, ReadReviews, DecideSubmission],
})
export class ReviewsModule {}
