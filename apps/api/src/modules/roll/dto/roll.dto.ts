import { Flag, Id, Instant, Int, ListOf, Nested, OneOf, Text } from '../../../platform/validation';
import type { AreaSource, OwnerKind, Tenure } from '../roll.types';

const MOST_ESTATES = 200;
const areaSources = ['registered', 'surveyed', 'contracted'] as const;

/** An estate with how much of the roll is its. */
export class EstateSummaryDto {
  @Id()
  id!: string;

  @Text({ max: 40 })
  name!: string;

  @Text({ max: 40 })
  town!: string;

  @Text({ max: 40 })
  neighbourhood!: string;

  @Int({ min: 0, max: 100_000 })
  stairwellCount!: number;

  @Int({ min: 0, max: 1_000_000 })
  householdCount!: number;

  @Int({ min: 0, max: 1_000_000, description: 'Households whose area nobody knows yet' })
  unknownAreaCount!: number;
}

/** Which estates to read, and how many. */
export class ListEstatesQuery {
  @Text({ max: 60, optional: true, description: 'Words of its name, neighbourhood and town, in any order' })
  q?: string;

  @Int({ min: 1, max: MOST_ESTATES, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;

  @Id({ optional: true, description: '`next` of the page before' })
  after?: string;
}

export class EstatesPageDto {
  @ListOf(() => EstateSummaryDto, { max: MOST_ESTATES })
  estates!: EstateSummaryDto[];

  @Id({ nullable: true, description: '`after` of the next page; null on the last' })
  next!: string | null;
}

export class RollOwnerDto {
  @Id()
  id!: string;

  @Text({ max: 60 })
  name!: string;

  @OneOf(['person', 'company', 'developer', 'housing_authority'])
  kind!: OwnerKind;

  @Text({ max: 20, nullable: true })
  phoneMasked!: string | null;
}

export class RollTenantDto {
  @Text({ max: 60 })
  name!: string;

  @Text({ max: 20, nullable: true })
  phoneMasked!: string | null;
}

/** A household as the office sees it. For officers only: it holds names. */
export class RollRowDto {
  @Id()
  householdId!: string;

  @Text({ max: 12 })
  roomNo!: string;

  @Int({ min: -5, max: 120 })
  floor!: number;

  @Int({ min: 1, max: 1_000_000, nullable: true, description: '0.01 m²; null: unknown' })
  areaDm2!: number | null;

  @OneOf(areaSources, { nullable: true })
  areaSource!: AreaSource | null;

  @OneOf(['commodity', 'purchased_public', 'public_rental'])
  tenure!: Tenure;

  @Flag()
  isLet!: boolean;

  @ListOf(() => RollOwnerDto, { max: 21 })
  owners!: RollOwnerDto[];

  @Nested(() => RollTenantDto, { nullable: true, description: 'The tenant of a public flat' })
  tenant!: RollTenantDto | null;

  @Text({ max: 200, min: 0 })
  remark!: string;

  @Instant({ nullable: true })
  slipIssuedAt!: string | null;
}

/** A household and where it is, for the page the office keeps about it. */
export class HouseholdOnRollDto extends RollRowDto {
  @Id()
  estateId!: string;

  @Text({ max: 40 })
  estateName!: string;

  @Text({ max: 30 })
  buildingName!: string;

  @Id()
  stairwellId!: string;

  @Text({ max: 30 })
  stairwellName!: string;

  @Instant({ nullable: true, description: 'Since when a dispute keeps everyone from casting for it' })
  ballotFrozenAt!: string | null;
}

/** What an officer corrects on one household. */
export class CorrectHouseholdInput {
  @Int({ min: 1, max: 1_000_000, optional: true, description: '0.01 m²' })
  areaDm2?: number;

  @OneOf(areaSources, { optional: true })
  areaSource?: AreaSource;

  @Text({ max: 200, min: 0, optional: true })
  remark?: string;
}

export class MergeOwnersInput {
  /** The owner that stays. */
  @Id()
  intoOwnerId!: string;

  @Text({ max: 200 })
  reason!: string;
}

/** The owner that stays, with the doors that are now one head's. */
export class MergedOwnerDto {
  @Nested(() => RollOwnerDto)
  owner!: RollOwnerDto;

  @Int({ min: 0, max: 5_000 })
  householdCount!: number;
}
