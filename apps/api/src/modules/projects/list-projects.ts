import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../platform/access';
import { Statements } from '../../platform/transaction';
import { PinnedRulesets, turnoutOfRow, type BriefCheckDto } from '../decisions';
import type { ListProjectsQuery, ProjectDto, ProjectsPageDto } from './dto/project.dto';
import { projectsWithin, type ProjectRow } from './projects.repository';

const USUAL_LIMIT = 50;

/** The most pages kept ready, some 30 kB each. */
const MOST_KEPT = 200;

/** Every stairwell someone has a say over, with how far it has come. */
@Injectable()
export class ListProjects {
  /** By remit and question: the page as it was read last, ready to be sent. */
  private readonly kept = new LRUCache<string, { tag: string; body: string }>({ max: MOST_KEPT });

  constructor(
    private readonly statements: Statements,
    private readonly rulesets: PinnedRulesets,
  ) {}

  /**
   * One page, by place, in one round trip. The database is asked how things stand each time; a page on which nothing
   * has changed is not put together again.
   * @returns a ProjectsPageDto as JSON
   */
  async execute({ remit }: Actor, query: ListProjectsQuery): Promise<string> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const question = JSON.stringify([remit, limit, filter]);
    const kept = this.kept.get(question);
    const { tag, rows } = await projectsWithin(this.statements, remit, filter, limit + 1, kept?.tag ?? null);
    if (kept && rows === null) return kept.body;
    const body = JSON.stringify(await this.pageOf(rows ?? [], limit));
    this.kept.set(question, { tag, body });
    return body;
  }

  /** The turnout is worked out for the rounds of the page alone. */
  private async pageOf(rows: readonly ProjectRow[], limit: number): Promise<ProjectsPageDto> {
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
  return {
    stairwellId: row.stairwellId,
    code: row.code,
    town: row.town,
    neighbourhood: row.neighbourhood,
    estateName: row.estateName,
    buildingName: row.buildingName,
    stairwellName: row.stairwellName,
    stage: row.stage,
    stageSinceOn: row.stageSinceOn,
    householdCount: row.householdCount,
    round: roundOf(row, rulesets),
  };
}

function roundOf(row: ProjectRow, rulesets: ReadonlyMap<string, Ruleset>): ProjectDto['round'] {
  const { roundId: id, roundState: state, closesAt, rulesetHash } = row;
  if (id === null || state === null || closesAt === null || rulesetHash === null) return null;
  const turnout = turnoutOfRow(row, rulesets.get(rulesetHash)!, state).map(brief);
  return { id, state, closesAt: closesAt.toISOString(), turnout };
}

function brief({ basis, part, whole, required, met, shortBy }: BriefCheckDto): BriefCheckDto {
  return { basis, part, whole, required, met, shortBy };
}
