import { announcedDecisionOf, turnoutOf, type StoredTally } from '../decisions';
import type { RoundDto, RoundSummaryDto } from './dto/round.dto';
import type { RoundLine, RoundRow } from './rounds.repository';

/** What must be decided before the round can be announced. */
export interface OwedByOffice {
  pendingReviews: number;
  openCases: number;
}

/** A round in a list. */
export function presentSummary(round: RoundLine, stored: StoredTally | undefined, owed: OwedByOffice): RoundSummaryDto {
  return {
    id: round.id,
    state: round.state,
    title: round.title,
    scopeKind: round.scopeKind,
    scopeLabel: round.scopeLabel,
    rulesetId: round.rulesetId,
    opensAt: round.openedAt?.toISOString() ?? null,
    closesAt: round.closesAt.toISOString(),
    turnout: turnoutOf(stored),
    ...owed,
  };
}

/** A round whole, for officers. */
export function presentRound(round: RoundRow, stored: StoredTally | undefined, owed: OwedByOffice): RoundDto {
  return {
    ...presentSummary(round, stored, owed),
    scopeId: round.scopeId,
    estateId: round.estateId,
    rulesetVersion: round.rulesetVersion,
    statement: round.statement,
    schemeText: round.schemeText,
    agreementText: round.agreementText,
    costTable: round.costTable,
    schemeHash: round.schemeHash,
    costTableHash: round.costTableHash,
    agreementHash: round.agreementHash,
    rulesetHash: round.rulesetHash,
    electorateHash: round.electorateHash,
    closedAt: round.closedAt?.toISOString() ?? null,
    announcedAt: round.announcedAt?.toISOString() ?? null,
    voidReason: round.voidReason,
    decision: announcedDecisionOf(round),
  };
}
