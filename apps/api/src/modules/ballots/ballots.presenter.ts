import { helperOfText } from '../../platform/access';
import type { StandingBallot } from './ballots.repository';
import type { MyBallotDto } from './dto/cast-ballot.dto';

/** A ballot for the household it belongs to. */
export function presentMyBallot(ballot: StandingBallot): MyBallotDto {
  const { id, seq, choice, channel, state, receivedAt, receiptCode } = ballot;
  const assistedBy = helperOfText(ballot.assistedBy);
  return { id, seq, choice, channel, state, receivedAt: receivedAt.toISOString(), receiptCode, assistedBy };
}

/** Who is looking at a household's ballots. */
export interface Viewer {
  accountId: string;
  /** Whether the viewer is an officer, or may cast this household's ballot. */
  maySeeChoices: boolean;
}

/**
 * What a viewer may know of a household's ballots: those who may cast them and officers see all; anyone else, such as
 * the volunteer of the stairwell or a tenant, only what they themselves recorded.
 */
export function visibleBallots(ballots: readonly StandingBallot[], viewer: Viewer): MyBallotDto[] {
  return ballots
    .filter((ballot) => viewer.maySeeChoices || ballot.recordedBy === viewer.accountId)
    .map(presentMyBallot);
}

/** The ballot a household's card shows: the counted one, else the newest. */
export function currentBallot(ballots: readonly MyBallotDto[]): MyBallotDto | null {
  return ballots.find((ballot) => ballot.state === 'counted') ?? ballots.at(-1) ?? null;
}
