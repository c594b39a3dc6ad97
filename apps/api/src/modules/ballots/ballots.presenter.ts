import { helperOfText } from '../../platform/access';
import type { BallotState } from './ballot.types';
import type { StandingBallot } from './ballots.repository';
import type { MyBallotDto } from './dto/cast-ballot.dto';

/** What a state tells of other ballots of the household, and what it is called before somebody who may not know them. */
const WITHOUT_THE_OTHERS: Partial<Record<BallotState, BallotState>> = {
  in_case: 'awaiting_review',
  set_aside: 'returned',
};

/**
 * How a ballot stands.
 * @param maySeeChoices whether the viewer may know what else the household has said
 */
export function shownState(state: BallotState, maySeeChoices: boolean): BallotState {
  return maySeeChoices ? state : (WITHOUT_THE_OTHERS[state] ?? state);
}

/** A ballot for the household it belongs to, or for whoever recorded it. */
export function presentMyBallot(ballot: StandingBallot, maySeeChoices: boolean): MyBallotDto {
  const { id, seq, choice, channel, receivedAt, receiptCode } = ballot;
  const state = shownState(ballot.state, maySeeChoices);
  const assistedBy = helperOfText(ballot.assistedBy);
  return { id, seq, choice, channel, state, receivedAt: receivedAt.toISOString(), receiptCode, assistedBy };
}

/** Who is looking at a household's ballots. */
export interface Viewer {
  accountId: string;
  /** Whether the viewer may cast this household's ballot, or is an officer and the round is closed. */
  maySeeChoices: boolean;
}

/**
 * What a viewer may know of a household's ballots: those who may cast them see all, and so do officers once the round is
 * closed; anyone else, such as the volunteer of the stairwell or a tenant, only what they themselves recorded.
 */
export function visibleBallots(ballots: readonly StandingBallot[], viewer: Viewer): MyBallotDto[] {
  return ballots
    .filter((ballot) => viewer.maySeeChoices || ballot.recordedBy === viewer.accountId)
    .map((ballot) => presentMyBallot(ballot, viewer.maySeeChoices));
}

/** Whether two answers of the household differ and no officer has settled it, as far as the viewer may know. */
export function hasOpenCase(ballots: readonly MyBallotDto[]): boolean {
  return ballots.some(({ state }) => state === 'in_case');
}

/** The ballot a household's card shows: the counted one, else the newest. */
export function currentBallot(ballots: readonly MyBallotDto[]): MyBallotDto | null {
  return ballots.find((ballot) => ballot.state === 'counted') ?? ballots.at(-1) ?? null;
}
