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
    return {
      projects: await Promise.all(page.map((row) => this.present(row))),
      next: rows.length > limit ? page.at(-1)!.stairwellId : null,
    };
  }

  private async present(row: ProjectRow): Promise<ProjectDto> {
    const { stairwellId, code, town, neighbourhood, estateName, buildingName, stairwellName } = row;
    const { stage, stageSinceOn, householdCount } = row;
    const place = { stairwellId, code, town, neighbourhood, estateName, buildingName, stairwellName };
    return { ...place, stage, stageSinceOn, householdCount, round: await this.roundOf(row) };
  }

  private async roundOf(row: ProjectRow): Promise<ProjectDto['round']> {
    const { roundId, roundState, closesAt, rulesetHash } = row;
    if (roundId === null || roundState === null || closesAt === null || rulesetHash === null) return null;
    const ruleset = await this.rulesets.one(roundId, rulesetHash);
    const turnout = turnoutOf(storedTallyOf(row, ruleset, roundState));
    return { id: roundId, state: roundState, closesAt: closesAt.toISOString(), turnout };
  }
}
