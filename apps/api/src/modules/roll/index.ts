export { CommitRollImport } from './import/commit-roll-import';
export { importRollCommand } from './import/import-roll.command';
export { PreviewRollImport } from './import/preview-roll-import';
export { STAGES } from './entities/stairwell.entity';
export { FrozenDto, frozenOf } from './dto/frozen.dto';
export { VolunteerAssignmentDto } from './dto/volunteer.dto';
export { IssueSlips } from './issue-slips';
export { assignmentsOf, ManageVolunteers } from './manage-volunteers';
export { byPlace } from './natural-order';
export { placeSearched, SearchedPlaceText } from './place-search';
export { reachesPlace, RollAccess, type Reach, type RollPlace } from './roll.access';
export { replaceOwners } from './replace-owners';
export { RollDirectory } from './roll-directory';
export { RollModule } from './roll.module';
export {
  SCOPE_KINDS,
  type AreaSource,
  type HouseholdFacts,
  type HouseholdPlace,
  type OwnerKind,
  type ScopeKind,
  type ScopePlace,
  type Stage,
  type StairwellPlace,
  type Tenure,
} from './roll.types';
export { Slips } from './slips';
export { voidSlip } from './void-slip';
export { VolunteerAccess } from './volunteer-access';
