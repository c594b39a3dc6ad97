import type { SubmissionState } from '@jiati/contracts';
import { submissionStateLabels } from '@jiati/contracts';
import { StateTag, type Tone } from './state-tag';

const tones: Record<SubmissionState, Tone> = {
  received: 'waiting',
  resubmitted: 'waiting',
  has_issues: 'calm',
  approved: 'main',
  rejected: 'problem',
};

export function ReviewStateTag({ state }: { state: SubmissionState }) {
  return <StateTag tone={tones[state]}>{submissionStateLabels[state]}</StateTag>;
}
