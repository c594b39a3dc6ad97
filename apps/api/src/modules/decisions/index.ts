export { DecisionsModule } from './decisions.module';
export { recountCommand } from './recount.command';
export { RecountRounds } from './recount-rounds';
export { RoundProgress, type RunningRound } from './round-progress';
export { Tallies } from './tallies';
export {
  DOOR_ORDER,
  countedBallotsOf,
  sheetRows,
  type DoorBallotState,
  type PivotSets,
  type SheetRow,
} from './facts.repository';
export { PinnedRulesets } from './pinned-rulesets';
export { PROJECTION, storedTallyOf, type ProjectionRow, type StoredTally } from './projection';
export { AmountDto, CheckDto, CitationDto, DecisionDto, MissingDto, PivotDoorsDto, TallyDto } from './dto/decision.dto';
