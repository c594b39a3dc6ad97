export { AnnounceRound } from './announce-round';
export { CloseRound } from './close-round';
export { CountSheet } from './count-sheet';
export { DraftRound } from './draft-round';
export { OpenRound } from './open-round';
export { ReadRounds } from './read-rounds';
export { VoidRound } from './void-round';
export { RoundsAccess } from './rounds.access';
export { RoundsModule } from './rounds.module';
export {
  electorateOf,
  entitlementsOf,
  findEntitlement,
  findRound,
  latestRoundOfStairwells,
  lockRoundsAsking,
  type AskedHousehold,
  type EntitlementRow,
  type RoundRow,
} from './rounds.repository';
export { ROUND_STATES, type RoundState, type ScopeKind } from './round.types';
export { DraftRoundInput } from './dto/draft-round.dto';
export { CostShareRowDto } from './dto/cost-preview.dto';
export { CostTableDto, RoundSummaryDto } from './dto/round.dto';
