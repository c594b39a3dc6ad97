import { Id, Instant, Int, ListOf, Nested, OneOf, Text, DateOn } from '../../../platform/validation';
import { BriefCheckDto } from '../../decisions';
import { SearchedPlaceText, STAGES, type Stage } from '../../roll';
import { ROUND_STATES, type RoundState } from '../../rounds';

const MOST_ROWS = 200;

/** Which projects to read, and how many. */
export class ListProjectsQuery {
  @OneOf(STAGES, { optional: true })
  stage?: Stage;

  @Text({ max: 40, optional: true })
  town?: string;

  @SearchedPlaceText()
  q?: string;

  @Int({ min: 1, max: MOST_ROWS, fromQuery: true, optional: true, description: '50 unless said' })
  limit?: number;

  @Id({ optional: true, description: '`next` of the page before' })
  after?: string;
}

/** The round that concerns a stairwell now: how many took part, never what they chose. */
export class ProjectRoundDto {
  @Id()
  id!: string;

  @OneOf(ROUND_STATES)
  state!: RoundState;

  @Instant()
  closesAt!: string;

  @ListOf(() => BriefCheckDto, { max: 10, description: 'The quorum gates' })
  turnout!: BriefCheckDto[];
}

/** One stairwell on its way to a lift. */
export class ProjectDto {
  @Id()
  stairwellId!: string;

  @Text({ max: 12 })
  code!: string;

  @Text({ max: 40 })
  town!: string;

  @Text({ max: 40 })
  neighbourhood!: string;

  @Text({ max: 40 })
  estateName!: string;

  @Text({ max: 40 })
  buildingName!: string;

  @Text({ max: 40 })
  stairwellName!: string;

  @OneOf(STAGES)
  stage!: Stage;

  @DateOn()
  stageSinceOn!: string;

  @Int({ min: 0, max: 10_000 })
  householdCount!: number;

  @Nested(() => ProjectRoundDto, { nullable: true })
  round!: ProjectRoundDto | null;
}

export class ProjectsPageDto {
  @ListOf(() => ProjectDto, { max: MOST_ROWS })
  projects!: ProjectDto[];

  @Id({ nullable: true, description: '`after` of the next page; null on the last' })
  next!: string | null;
}
