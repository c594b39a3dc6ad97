import {
  submissionKindLabels,
  submissionStateLabels,
  type SubmissionKind,
  type SubmissionState,
} from '@jiati/contracts';
import type { ReviewFilter } from '../../api/reviews';

const isState = (text: string): text is SubmissionState => text in submissionStateLabels;
const isKind = (text: string): text is SubmissionKind => text in submissionKindLabels;

/** The queue that an address names. Without a state it is what still waits; `all`, or a state unknown here, is everything. */
export function filterOf(params: URLSearchParams): ReviewFilter {
  const state = params.get('state') ?? 'waiting';
  const kind = params.get('kind') ?? '';
  const roundId = params.get('roundId');
  return {
    ...(state === 'waiting' || isState(state) ? { state } : {}),
    ...(isKind(kind) ? { kind } : {}),
    ...(roundId ? { roundId } : {}),
  };
}

/** The same address part again, to carry the filter from the queue into a submission and back. */
export function filterSuffix(params: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ['state', 'kind', 'roundId']) {
    const value = params.get(name);
    if (value) kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept}` : '';
}
