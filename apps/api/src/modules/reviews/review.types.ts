export const SUBMISSION_KINDS = ['binding', 'ballot', 'proxy_authorisation'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

export const SUBMISSION_STATES = ['received', 'has_issues', 'resubmitted', 'approved', 'rejected'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** States in which an officer still owes an answer. */
export const WAITING_STATES = ['received', 'resubmitted'] as const satisfies readonly SubmissionState[];

export const REVIEW_VERDICTS = ['approve', 'return', 'reject'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** A row of the queue as other modules see it. */
export interface SubmissionRow {
  id: string;
  kind: SubmissionKind;
  estateId: string;
  householdId: string;
  roundId: string | null;
  bindingId: string | null;
  ballotId: string | null;
  proxyAuthorisationId: string | null;
  state: SubmissionState;
  submittedBy: string;
  submittedAt: Date;
}
