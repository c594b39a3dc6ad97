export { ReviewsModule } from './reviews.module';
export { DecideSubmission } from './decide-submission';
export { ReadReviews } from './read-reviews';
export { Submissions, type NewSubmission } from './submissions';
export { SubmissionHandlers, type SubmissionDescription, type SubmissionHandler } from './submission-handlers';
export type { ReviewVerdict, SubmissionKind, SubmissionRow, SubmissionState } from './review.types';
