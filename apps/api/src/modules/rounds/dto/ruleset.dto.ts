import { ApiProperty } from '@nestjs/swagger';
import type { Gate, Ruleset, WhileOpen } from '@jiati/rules';
import { CitationDto } from '../../decisions';
import { SCOPE_KINDS } from '../round.types';
import type { ScopeKind } from '../round.types';

/** One threshold of a ruleset: a ratio, a comparison and a named base. */
export class GateDto implements Gate {
  @ApiProperty()
  id!: string;

  @ApiProperty({ enum: ['quorum', 'approval', 'no_objection'] })
  role!: Gate['role'];

  @ApiProperty({ enum: ['headcount', 'exclusive_area'] })
  basis!: Gate['basis'];

  @ApiProperty({ enum: ['electorate', 'participants'] })
  base!: Gate['base'];

  @ApiProperty({ type: 'integer' })
  numerator!: number;

  @ApiProperty({ type: 'integer' })
  denominator!: number;

  @ApiProperty({ enum: ['at_least', 'more_than'] })
  comparison!: Gate['comparison'];

  @ApiProperty({ type: CitationDto })
  citation!: CitationDto;
}

/** What is told of a round while it takes ballots: how many take part, or also how far each gate is. */
export class WhileOpenDto implements WhileOpen {
  @ApiProperty({ enum: ['turnout'] })
  everyone!: WhileOpen['everyone'];

  @ApiProperty({ enum: ['turnout', 'distance'] })
  volunteers!: WhileOpen['volunteers'];

  @ApiProperty({ enum: ['turnout', 'distance'] })
  officers!: WhileOpen['officers'];
}

/** A ruleset a new round may choose. */
export class RulesetDto {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  document!: string;

  @ApiProperty()
  article!: string;

  @ApiProperty({ description: 'False until an office has confirmed it against the official text' })
  verified!: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  inForceFrom!: string | null;

  @ApiProperty({ enum: ['binding', 'preparatory'] })
  electronicBallots!: Ruleset['electronicBallots'];

  @ApiProperty({ enum: SCOPE_KINDS, isArray: true, description: 'Who may be asked under it' })
  scopes!: ScopeKind[];

  @ApiProperty({ type: WhileOpenDto })
  whileOpen!: WhileOpenDto;

  @ApiProperty({ type: [GateDto] })
  gates!: GateDto[];
}
