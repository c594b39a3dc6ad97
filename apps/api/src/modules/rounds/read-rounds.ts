import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Cases } from '../cases';
import { Tallies } from '../decisions';
import { Submissions } from '../reviews';
import type { Reach } from '../roll';
import type { ListRoundsQuery, RoundDto, RoundsPageDto, RoundSummaryDto } from './dto/round.dto';
import type { RoundState } from './round.types';
import { RoundsAccess } from './rounds.access';
import { presentRound, presentSummary, type OwedByOffice } from './rounds.presenter';
import { latestLineOfStairwells, listRounds, nextToEnd, type RoundLine } from './rounds.repository';

const USUAL_LIMIT = 50;
/** More than anyone gets done in a day. */
const MOST_OF_TODAY = 20;

/** Rounds as officers read them. */
@Injectable()
export class ReadRounds {
  constructor(
    private readonly access: RoundsAccess,
    private readonly tallies: Tallies,
    private readonly submissions: Submissions,
    private readonly cases: Cases,
  ) {}

  /** One page of the rounds the actor reaches, newest first. */
  async list(tx: EntityManager, { remit }: Reach, query: ListRoundsQuery): Promise<RoundsPageDto> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const rows = await listRounds(tx, remit, { ...filter, limit: limit + 1 });
    const page = rows.slice(0, limit);
    return { rounds: await this.summaries(tx, page), next: rows.length > limit ? page.at(-1)!.id : null };
  }

  /** Of the rounds the actor reaches in a state those that end first, and how many there are. */
  async nextToEnd(
    tx: EntityManager,
    { remit }: Reach,
    state: RoundState,
  ): Promise<{ rounds: RoundSummaryDto[]; count: number }> {
    const { rounds, count } = await nextToEnd(tx, remit, state, MOST_OF_TODAY);
    return { rounds: await this.summaries(tx, rounds), count };
  }

  /** By stairwell: the round that concerns it now, if there is one. */
  async ofStairwells(tx: EntityManager, stairwellIds: readonly string[]): Promise<Map<string, RoundSummaryDto>> {
    const rounds = await latestLineOfStairwells(tx, stairwellIds);
    const summaries = await this.summaries(tx, [...new Map([...rounds.values()].map((r) => [r.id, r])).values()]);
    const byId = new Map(summaries.map((summary) => [summary.id, summary]));
    return new Map([...rounds].map(([stairwellId, round]) => [stairwellId, byId.get(round.id)!]));
  }

  /**
   * One round whole.
   * @throws not_found (404), also for one out of reach
   */
  async one(tx: EntityManager, actor: Reach, id: string): Promise<RoundDto> {
    const round = await this.access.reached(tx, actor, id);
    const [stored, owed] = await this.countsOf(tx, [id]);
    return presentRound(round, stored.get(id), owed(id));
  }

  private async summaries(tx: EntityManager, rounds: readonly RoundLine[]): Promise<RoundSummaryDto[]> {
    const [stored, owed] = await this.countsOf(
      tx,
      rounds.map((round) => round.id),
    );
    return rounds.map((round) => presentSummary(round, stored.get(round.id), owed(round.id)));
  }

  private async countsOf(tx: EntityManager, ids: string[]) {
    const stored = await this.tallies.stored(tx, ids);
    const waiting = await this.submissions.waitingByRound(tx, ids);
    const open = await this.cases.openByRound(tx, ids);
    const owed = (id: string): OwedByOffice => ({ pendingReviews: waiting.get(id) ?? 0, openCases: open.get(id) ?? 0 });
    return [stored, owed] as const;
  }
}
