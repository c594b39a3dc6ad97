export { DecisionsModule } from './decisions.module';
export { recountCommand, recountLines } from './recount.command';
export { RecountRounds, type RecountReport } from './recount-rounds';
export { latestRoundOf, RoundProgress, type RunningRound } from './round-progress';
export { Tallies } from './tallies';
export { DOOR_ORDER, sheetRows, type DoorBallotState, type PivotSets, type SheetRow } from './facts.repository';
export { CLOCK_SKEW, countedBallotsOf, FORCE_JOINS, IN_FORCE, standingBallots } from './in-force';
export { PinnedRulesets } from './pinned-rulesets';
export { announcedDecisionOf, mayBeTold, standingFor, turnoutOf } from './standing';
export { lockTally, TURNOUT, turnoutOfRow, type StoredTally, type TurnoutRow } from './projection';
export {
  AmountDto,
  BriefCheckDto,
  CheckDto,
  CitationDto,
  DecisionDto,
  MissingDto,
  PivotDoorsDto,
  TallyDto,
} from './dto/decision.dto';
