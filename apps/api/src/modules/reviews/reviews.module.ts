import { Module } from '@nestjs/common';
import { RollModule } from '../roll';
import { DecideSubmission } from './decide-submission';
import { ReadReviews } from './read-reviews';
import { ReviewsAccess } from './reviews.access';
import { ReviewRecords } from './personal-records';
import { ReviewsController } from './reviews.controller';
import { SubmissionHandlers } from './submission-handlers';
import { Submissions } from './submissions';

/** The second pair of eyes: what waits for it, and what was said. Knows the places of the roll, and no other module; they register with it. */
@Module({
  imports: [RollModule],
  controllers: [ReviewsController],
  providers: [ReviewsAccess, Submissions, SubmissionHandlers, ReadReviews, ReviewRecords, DecideSubmission],
  exports: [Submissions, SubmissionHandlers, ReadReviews, DecideSubmission],
})
export class ReviewsModule {}
