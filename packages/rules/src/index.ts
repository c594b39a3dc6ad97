export {
  deadline,
  naturalDays,
  validateHolidayTable,
  type Counting,
  type Deadline,
  type HolidayTable,
} from './calendar.ts';
export { costShares, type CostShare, type CostShares, type CostSharingInput } from './cost-shares.ts';
export type { CostFormula, CostHousehold, Factor, FloorTerm } from './cost-weights.ts';
export {
  countRound,
  decide,
  turnout,
  type Check,
  type Decision,
  type Missing,
  type Phase,
  type Verdict,
} from './decision.ts';
export {
  areaOf,
  freezeElectorate,
  type AreaSource,
  type Entitlement,
  type FreezeOptions,
  type HouseholdOnRoll,
  type Owner,
  type RecordedAreas,
} from './electorate.ts';
export { leastEvidenceOf } from './evidence.ts';
export { explain, type Explanation } from './explanation.ts';
export { mayMove, nextStates, validateLifecycle, type Lifecycle } from './lifecycle.ts';
export {
  nextRoundStates,
  objectionLifecycle,
  projectLifecycle,
  reviewLifecycle,
  roundLifecycle,
  type ObjectionState,
  type ProjectStage,
  type ReviewState,
  type RoundState,
} from './lifecycles.ts';
export { decideMotion, type DecidedMotion, type MotionDecision, type MotionInput } from './linked-motions.ts';
export {
  instalments,
  lateJoiner,
  shanghaiSubsidy2020,
  subsidyOf,
  type BuyIn,
  type BuyInPrice,
  type Instalment,
  type SubsidyRule,
} from './money.ts';
export { pivotDoors, type PivotDoors } from './pivot-doors.ts';
export { countBothWays, type BothWays, type PublicHousing } from './public-housing.ts';
export type { Problem, ProblemCode, Result } from './result.ts';
export type {
  BallotChannel,
  Basis,
  Citation,
  EvidenceItem,
  Gate,
  LeastEvidence,
  LinkedMotion,
  NoticePeriod,
  Ruleset,
  WhileOpen,
} from './ruleset.ts';
export { findRuleset, rulesets } from './rulesets/index.ts';
export {
  choices,
  tally,
  type Amount,
  type Choice,
  type CountedBallot,
  type HeldBallots,
  type Tally,
  type Turnout,
} from './tally.ts';
export { validateRuleset } from './validate-ruleset.ts';
export { whileOpenOf } from './while-open.ts';
