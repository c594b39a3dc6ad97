import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access';
import { Tallies, type StoredTally } from '../decisions';
import { turnoutOf } from '../rounds';
import type { ListProjectsQuery, ProjectDto, ProjectsPageDto } from './dto/project.dto';
import { projectsWithin, type ProjectRow } from './projects.repository';

const USUAL_LIMIT = 50;

/** Every stairwell someone has a say over, with how far it has come. */
@Injectable()
export class ListProjects {
  constructor(private readonly tallies: Tallies) {}

  /** One page, by place. The turnout is read for the rounds of the page alone. */
  async execute(tx: EntityManager, { remit }: Actor, query: ListProjectsQuery): Promise<ProjectsPageDto> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const rows = await projectsWithin(tx, remit, filter, limit + 1);
    const page = rows.slice(0, limit);
    const stored = await this.tallies.stored(tx, [...new Set(page.flatMap(({ roundId }) => roundId ?? []))]);
    return {
      projects: page.map((row) => present(row, row.roundId === null ? undefined : stored.get(row.roundId))),
      next: rows.length > limit ? page.at(-1)!.stairwellId : null,
    };
  }
}

function present({ roundId, roundState, closesAt, ...row }: ProjectRow, stored: StoredTally | undefined): ProjectDto {
  if (roundId === null || roundState === null || closesAt === null) return { ...row, round: null };
  const round = { id: roundId, state: roundState, closesAt: closesAt.toISOString(), turnout: turnoutOf(stored) };
  return { ...row, round };
}
