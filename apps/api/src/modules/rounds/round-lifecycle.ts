import { mayMove, roundLifecycle } from '@jiati/rules';
import { illegalMoveSentence } from './copy/round-words';
import type { RoundMove, RoundState } from './round.types';
import { refusals } from './rounds.refusals';

/**
 * Lets a round move only along the lifecycle table of `@jiati/rules`.
 * @throws illegal_round_move (409), which says where the round stands
 */
export function assertMayMove(from: RoundState, to: RoundMove): void {
  if (!mayMove(roundLifecycle, from, to)) {
    throw refusals.illegal_round_move({ detail: illegalMoveSentence(from, to), roundState: from });
  }
}
