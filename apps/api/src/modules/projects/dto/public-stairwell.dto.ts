import { ApiProperty } from '@nestjs/swagger';
import { ChainHeadDto } from '../../chain';
import { CheckDto, DecisionDto } from '../../decisions';
import { STAGES, type Stage } from '../../roll';

/** Which rule the round is decided under, as anyone may read it. */
export class PublicRulesetDto {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ description: 'False until an office has confirmed it against the official text' })
  verified!: boolean;

  @ApiProperty({ enum: ['binding', 'preparatory'] })
  electronicBallots!: 'binding' | 'preparatory';
}

/** A round as anyone may see it: while it runs the quorum gates alone, the decision only once announced. */
export class PublicRoundDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['open', 'closed', 'announced', 'settled'] })
  state!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  statement!: string;

  @ApiProperty({ type: PublicRulesetDto })
  ruleset!: PublicRulesetDto;

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  @ApiProperty({ format: 'date-time' })
  closesAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  announcedAt!: string | null;

  @ApiProperty({ type: [CheckDto] })
  turnout!: CheckDto[];

  @ApiProperty({ type: DecisionDto, nullable: true })
  decision!: DecisionDto | null;

  @ApiProperty({ format: 'date-time', description: 'When the turnout last changed' })
  countedAt!: string;

  @ApiProperty({ type: ChainHeadDto, nullable: true, description: 'null for a round opened before there were chains' })
  chain!: ChainHeadDto | null;
}

export class PublicInterestDto {
  @ApiProperty({ type: 'integer' })
  registeredHouseholds!: number;
}

/** What the poster's link opens. No name and no telephone of anybody who lives there. */
export class PublicStairwellDto {
  @ApiProperty()
  code!: string;

  @ApiProperty()
  estateName!: string;

  @ApiProperty()
  buildingName!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer' })
  householdCount!: number;

  @ApiProperty({ type: 'integer' })
  floorCount!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  builtYear!: number | null;

  @ApiProperty({ type: String, nullable: true, description: "The office's telephone" })
  hotline!: string | null;

  @ApiProperty({ enum: STAGES })
  stage!: Stage;

  @ApiProperty({ format: 'date' })
  stageSinceOn!: string;

  @ApiProperty({ type: PublicInterestDto })
  interest!: PublicInterestDto;

  @ApiProperty({ type: PublicRoundDto, nullable: true })
  round!: PublicRoundDto | null;
}
