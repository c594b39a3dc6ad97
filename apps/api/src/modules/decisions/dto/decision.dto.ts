import { ApiProperty, PickType } from '@nestjs/swagger';
import type { Check, Decision, Tally } from '@jiati/rules';

/** Where a number comes from. */
export class CitationDto {
  @ApiProperty()
  document!: string;

  @ApiProperty()
  article!: string;
}

/** How one gate stands. Amounts are heads or dm² (0.01 m²), as `basis` says. */
export class CheckDto implements Check {
  @ApiProperty()
  gateId!: string;

  @ApiProperty({ enum: ['quorum', 'approval', 'no_objection'] })
  role!: Check['role'];

  @ApiProperty({ enum: ['headcount', 'exclusive_area'] })
  basis!: Check['basis'];

  @ApiProperty({ enum: ['electorate', 'participants'], description: 'What `whole` covers' })
  base!: Check['base'];

  @ApiProperty({ type: 'integer' })
  numerator!: number;

  @ApiProperty({ type: 'integer' })
  denominator!: number;

  @ApiProperty({ enum: ['at_least', 'more_than'] })
  comparison!: Check['comparison'];

  @ApiProperty({ type: 'integer' })
  part!: number;

  @ApiProperty({ type: 'integer' })
  whole!: number;

  @ApiProperty({ type: 'integer', description: 'The least part that meets the gate at the present whole' })
  required!: number;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null while an area is unknown' })
  met!: boolean | null;

  @ApiProperty({ type: 'integer', description: 'required − part, or 0' })
  shortBy!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The least further agreement of silent owners that would meet the gate; null when none would',
  })
  furtherFor!: number | null;

  @ApiProperty({ description: 'Met whatever the silent owners do' })
  certain!: boolean;

  @ApiProperty({ description: 'False: cannot be met any more' })
  possible!: boolean;

  @ApiProperty({ type: CitationDto })
  citation!: CitationDto;
}

/** What is missing before the verdict can be said. */
export class MissingDto {
  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty({ enum: ['area_unknown', 'ballots_held'] })
  why!: Decision['missing'][number]['why'];
}

/** A check in a row of a list: how far, and no more. */
export class BriefCheckDto extends PickType(CheckDto, ['basis', 'part', 'whole', 'required', 'met', 'shortBy']) {}

/** The verdict with its reasons, as `@jiati/rules` gives it. */
export class DecisionDto implements Decision {
  @ApiProperty({ enum: ['approved', 'rejected', 'undecided', 'undetermined'] })
  verdict!: Decision['verdict'];

  @ApiProperty({ description: 'Passes whatever the silent owners do' })
  certain!: boolean;

  @ApiProperty({ description: 'False: can no longer pass' })
  possible!: boolean;

  @ApiProperty({ type: [CheckDto] })
  checks!: CheckDto[];

  @ApiProperty({ type: [MissingDto] })
  missing!: MissingDto[];
}

/** The smallest sets of silent doors whose agreement would pass (关键户). */
export class PivotDoorsDto {
  @ApiProperty({ enum: ['passes_already', 'reachable', 'out_of_reach', 'area_unknown'] })
  reach!: 'passes_already' | 'reachable' | 'out_of_reach' | 'area_unknown';

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many doors; null when out of reach' })
  size!: number | null;

  @ApiProperty({ description: 'False: at least this many' })
  exact!: boolean;

  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string', format: 'uuid' } } })
  sets!: string[][];

  @ApiProperty({ description: 'Whether `sets` holds every smallest set' })
  allListed!: boolean;
}

export class AmountDto {
  @ApiProperty({ type: 'integer' })
  heads!: number;

  @ApiProperty({ type: 'integer' })
  areaDm2!: number;
}

export class BoundSilentDto {
  @ApiProperty({ type: 'integer' })
  forAreaDm2!: number;

  @ApiProperty({ type: 'integer' })
  otherAreaDm2!: number;
}

/** An owner whose ballots say different things: held, named, never guessed. */
export class HeldBallotsDto {
  @ApiProperty()
  headKey!: string;

  @ApiProperty({ type: [String], format: 'uuid' })
  householdIds!: string[];

  @ApiProperty({ enum: ['for', 'against', 'abstain'], isArray: true })
  choices!: Tally['held'][number]['choices'];

  @ApiProperty({ type: 'integer' })
  areaDm2!: number;
}

/** The counts, by heads and by area. */
export class TallyDto implements Tally {
  @ApiProperty({ type: AmountDto })
  electorate!: AmountDto;

  @ApiProperty({ type: AmountDto })
  participating!: AmountDto;

  @ApiProperty({ type: AmountDto })
  for!: AmountDto;

  @ApiProperty({ type: AmountDto })
  against!: AmountDto;

  @ApiProperty({ type: AmountDto })
  abstain!: AmountDto;

  @ApiProperty({ type: AmountDto })
  silent!: AmountDto;

  @ApiProperty({ type: BoundSilentDto })
  boundSilent!: BoundSilentDto;

  @ApiProperty({ type: [String], format: 'uuid' })
  unknownArea!: string[];

  @ApiProperty({ type: [HeldBallotsDto] })
  held!: HeldBallotsDto[];
}
