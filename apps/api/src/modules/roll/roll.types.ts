import type { Stage } from './entities/stairwell.entity';
import type { AreaSource, OwnerKind, Tenure } from './sheet/roll-sheet.types';

export type { Stage } from './entities/stairwell.entity';
export type { AreaSource, OwnerKind, Tenure } from './sheet/roll-sheet.types';

/** Places that may be spoken of as one: a stairwell, a building or the whole estate. */
export const SCOPE_KINDS = ['stairwell', 'building', 'estate'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** A stairwell with everything its pages say about the place. */
export interface StairwellPlace {
  stairwellId: string;
  code: string;
  estateId: string;
  estateName: string;
  buildingId: string;
  buildingName: string;
  stairwellName: string;
  stage: Stage;
  /** YYYY-MM-DD */
  stageSinceOn: string;
  hotline: string | null;
  builtYear: number | null;
  householdCount: number;
  /** Distinct floors with a door. */
  floorCount: number;
  unknownAreaCount: number;
}

/** A household and where it is. No names: those are in `HouseholdFacts`. */
export interface HouseholdPlace {
  householdId: string;
  stairwellId: string;
  stairwellCode: string;
  estateId: string;
  estateName: string;
  buildingId: string;
  buildingName: string;
  stairwellName: string;
  roomNo: string;
  floor: number;
  /** 0.01 m²; null: unknown. */
  areaDm2: number | null;
  tenure: Tenure;
  /** Since when a dispute keeps this household's ballot as it is; null while there is none. */
  ballotFrozenAt: Date | null;
}

/** Everything the electorate freezes about a household. */
export interface HouseholdFacts extends HouseholdPlace {
  areaSource: AreaSource | null;
  /** The registered owner first, then co-owners. */
  owners: { ownerId: string; kind: OwnerKind; name: string }[];
  tenant: { name: string } | null;
}

/** What a round is asked about. */
export interface ScopePlace {
  estateId: string;
  /** 「春晓苑 1号楼 3号」 */
  label: string;
  stairwellIds: string[];
}
