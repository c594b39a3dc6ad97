import { ApiProperty } from '@nestjs/swagger';
import { Id, Int, ListOf, ManyOf, Nested, OneOf, Text } from '../../../platform/validation';
import type { RollColumn } from '../copy/sheet-words';

const columns = [
  'buildingName',
  'stairwellName',
  'roomNo',
  'floor',
  'area',
  'areaSource',
  'owner',
  'coOwners',
  'phone',
  'tenure',
  'isLet',
  'remark',
] as const;

/** The fields beside the file. */
export class RollImportFields {
  /** Made on the device, so that sending the same file twice is one import. */
  @Id({ optional: true })
  id?: string;

  @Text({ max: 40, optional: true, description: 'Read from the sheet’s title line when left out' })
  estateName?: string;

  @Text({ max: 40 })
  town!: string;

  @Text({ max: 40 })
  neighbourhood!: string;
}

/** The whole form, for the document: the file never passes the validation pipe. */
export class RollImportForm extends RollImportFields {
  @ApiProperty({ type: String, format: 'binary' })
  file!: unknown;
}

export class RollImportEstateDto {
  @Id({ nullable: true, description: 'null until the estate has been imported once' })
  id!: string | null;

  @Text({ max: 40 })
  name!: string;

  @Text({ max: 40 })
  town!: string;

  @Text({ max: 40 })
  neighbourhood!: string;
}

export class RollImportCountsDto {
  @Int({ min: 0, max: 5_000 })
  stairwells!: number;

  @Int({ min: 0, max: 5_000 })
  households!: number;

  @Int({ min: 0, max: 5_000 })
  new!: number;

  @Int({ min: 0, max: 5_000 })
  changed!: number;

  @Int({ min: 0, max: 5_000 })
  unchanged!: number;

  @Int({ min: 0, max: 5_000 })
  refused!: number;

  @Int({ min: 0, max: 5_000 })
  unknownArea!: number;

  @Int({ min: 0, max: 5_000, description: 'Doors of these stairwells that the file does not hold; they stay' })
  absent!: number;
}

export class RollImportStairwellDto {
  @Text({ max: 30 })
  buildingName!: string;

  @Text({ max: 30 })
  stairwellName!: string;

  @Int({ min: 1, max: 5_000 })
  households!: number;

  @Int({ min: 1, max: 5_000_000_000, nullable: true, description: 'Sum in dm²; null while any area is unknown' })
  areaDm2!: number | null;
}

export class RefusedReasonDto {
  @OneOf(columns)
  column!: RollColumn;

  @Text({ max: 400 })
  message!: string;
}

export class RefusedRowDto {
  @Text({ max: 60 })
  sheet!: string;

  @Int({ min: 1, max: 1_048_576, description: 'As Excel numbers it' })
  row!: number;

  @ApiProperty({ type: [String], description: 'The row’s cells as text' })
  cells!: string[];

  @ListOf(() => RefusedReasonDto, { max: 12 })
  reasons!: RefusedReasonDto[];
}

export class RollWarningDto {
  @Text({ max: 60 })
  sheet!: string;

  @Int({ min: 0, max: 1_048_576, description: '0: concerns the whole sheet' })
  row!: number;

  @Text({ max: 600 })
  message!: string;
}

export class RollChangeDto {
  @Int({ min: 1, max: 1_048_576 })
  row!: number;

  @Text({ max: 30 })
  buildingName!: string;

  @Text({ max: 30 })
  stairwellName!: string;

  @Text({ max: 12 })
  roomNo!: string;

  @ManyOf(columns, { description: 'What changes' })
  columns!: RollColumn[];
}

export class AbsentDoorDto {
  @Text({ max: 30 })
  buildingName!: string;

  @Text({ max: 30 })
  stairwellName!: string;

  @Text({ max: 12 })
  roomNo!: string;
}

/** What a file would change in the roll, or has changed. */
export class RollImportDto {
  @Id()
  id!: string;

  @OneOf(['previewed', 'committed'])
  state!: 'previewed' | 'committed';

  @Text({ max: 200 })
  fileName!: string;

  @Nested(() => RollImportEstateDto)
  estate!: RollImportEstateDto;

  @Nested(() => RollImportCountsDto)
  counts!: RollImportCountsDto;

  @ListOf(() => RollImportStairwellDto, { max: 5_000 })
  stairwells!: RollImportStairwellDto[];

  @ListOf(() => RefusedRowDto, { max: 5_000 })
  refusedRows!: RefusedRowDto[];

  @ListOf(() => RollWarningDto, { max: 20_000 })
  warnings!: RollWarningDto[];

  @ListOf(() => RollChangeDto, { max: 5_000 })
  changes!: RollChangeDto[];

  @ListOf(() => AbsentDoorDto, { max: 5_000 })
  absentDoors!: AbsentDoorDto[];
}
