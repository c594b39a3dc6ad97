import { ApiProperty } from '@nestjs/swagger';
import { FrozenDto } from '../../roll';
import { CostShareRowDto, ROUND_STATES, type RoundState } from '../../rounds';
import { MyBallotDto } from './cast-ballot.dto';

/** Which rule the round is decided under, and how far it has been confirmed. */
export class RulesetStandingDto {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty()
  verified!: boolean;

  @ApiProperty({ enum: ['binding', 'preparatory'] })
  electronicBallots!: 'binding' | 'preparatory';
}

export class BallotPaperRoundDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ROUND_STATES })
  state!: RoundState;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  statement!: string;

  @ApiProperty({ format: 'date-time' })
  closesAt!: string;

  @ApiProperty({ type: RulesetStandingDto })
  ruleset!: RulesetStandingDto;
}

export class BallotPaperHouseholdDto {
  @ApiProperty({ format: 'uuid' })
  householdId!: string;

  @ApiProperty()
  roomNo!: string;

  @ApiProperty()
  buildingName!: string;

  @ApiProperty()
  stairwellName!: string;

  @ApiProperty()
  estateName!: string;

  @ApiProperty({ type: 'integer', nullable: true })
  areaDm2!: number | null;
}

export class HashedTextDto {
  @ApiProperty()
  text!: string;

  @ApiProperty({ description: 'SHA-256 of the canonical form' })
  hash!: string;
}

export class HashedCostTableDto {
  @ApiProperty({ type: [CostShareRowDto] })
  rows!: CostShareRowDto[];

  @ApiProperty({ type: 'integer' })
  totalFen!: number;

  @ApiProperty({ type: 'integer' })
  subsidyFen!: number;

  @ApiProperty()
  hash!: string;
}

export class DocumentsDto {
  @ApiProperty({ type: HashedTextDto })
  scheme!: HashedTextDto;

  @ApiProperty({ type: HashedCostTableDto })
  costTable!: HashedCostTableDto;

  @ApiProperty({ type: HashedTextDto })
  agreement!: HashedTextDto;
}

export class LabelledCitationDto {
  @ApiProperty()
  label!: string;

  @ApiProperty()
  text!: string;
}

export class ConsentStandingDto {
  @ApiProperty({ format: 'date-time' })
  signedAt!: string;
}

/** What a household decides about, with its documents, its share and its ballots so far. */
export class BallotPaperDto {
  @ApiProperty({ type: BallotPaperRoundDto })
  round!: BallotPaperRoundDto;

  @ApiProperty({ type: BallotPaperHouseholdDto })
  household!: BallotPaperHouseholdDto;

  @ApiProperty({ description: 'False for a tenant, a relative or an officer, and for everyone while it is frozen' })
  mayVote!: boolean;

  @ApiProperty({ type: FrozenDto, nullable: true, description: 'A dispute keeps the ballot as it is' })
  frozen!: FrozenDto | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Not null: the reader is a proxy and casts with channel `proxy`',
  })
  proxyAuthorisationId!: string | null;

  @ApiProperty({ type: DocumentsDto })
  documents!: DocumentsDto;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null when the cost table does not name the household' })
  myShareFen!: number | null;

  @ApiProperty({ type: [LabelledCitationDto] })
  citations!: LabelledCitationDto[];

  @ApiProperty({ type: [MyBallotDto], description: 'Oldest first; a volunteer sees only what they recorded' })
  ballots!: MyBallotDto[];

  @ApiProperty({
    description: 'Two answers of the household differ, and the office will ask; told only to whoever may see both',
  })
  openCase!: boolean;

  @ApiProperty({ type: ConsentStandingDto, nullable: true })
  consent!: ConsentStandingDto | null;
}
