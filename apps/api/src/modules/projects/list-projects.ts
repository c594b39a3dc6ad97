import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access';
import { Statements } from '../../platform/transaction';
import { PinnedRulesets, storedTallyOf } from '../decisions';
import { turnoutOf } from '../rounds';
import type { ListProjectsQuery, ProjectDto, ProjectsPageDto } from './dto/project.dto';
import { projectsWithin, type ProjectRow } from './projects.repository';

const USUAL_LIMIT = 50;

/** Every stairwell someone has a say over, with how far it has come. */
@Injectable()
export class ListProjects {
  constructor(
    private readonly statements: Statements,
    private readonly rulesets: PinnedRulesets,
  ) {}

  /** One page, by place, in one round trip. The turnout is read for the rounds of the page alone. */
  async execute({ remit }: Actor, query: ListProjectsQuery): Promise<ProjectsPageDto> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const rows = await projectsWithin(this.statements, remit, filter, limit + 1);
    const page = rows.slice(0, limit);
    const rounds = page.flatMap(({ roundId, rulesetHash }) =>
      roundId && rulesetHash ? [{ roundId, rulesetHash }] : [],
    );
    const rulesets = await this.rulesets.outside(rounds);
    return {
      projects: page.map((row) => present(row, rulesets)),
      next: rows.length > limit ? page.at(-1)!.stairwellId : null,
    };
  }
}

function present(row: ProjectRow, rulesets: ReadonlyMap<string, Ruleset>): ProjectDto {
  const { stairwellId, code, town, neighbourhood, estateName, buildingName, stairwellName } = row;
  const { stage, stageSinceOn, householdCount } = row;
  const place = { stairwellId, code, town, neighbourhood, estateName, buildingName, stairwellName };
  return { ...place, stage, stageSinceOn, householdCount, round: roundOf(row, rulesets) };
}

function roundOf(row: ProjectRow, rulesets: ReadonlyMap<string, Ruleset>): ProjectDto['round'] {
  const { roundId, roundState, closesAt, rulesetHash } = row;
  if (roundId === null || roundState === null || closesAt === null || rulesetHash === null) return null;
  const turnout = turnoutOf(storedTallyOf(row, rulesets.get(rulesetHash)!, roundState));
  return { id: roundId, state: roundState, closesAt: closesAt.toISOString(), turnout };
}
