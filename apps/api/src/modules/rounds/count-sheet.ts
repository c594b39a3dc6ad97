import type { Ruleset } from '@jiati/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { common } from '../../platform/errors';
import { Cases } from '../cases';
import { chainHeadOf } from '../chain';
import { sheetRows, standingFor, Tallies, type SheetRow } from '../decisions';
import { Submissions } from '../reviews';
import type { Reach } from '../roll';
import type { CountSheetDto, CountSheetRowDto } from './dto/round.dto';
import { RoundsAccess } from './rounds.access';
import { presentSummary } from './rounds.presenter';

/**
 * The count sheet (计票单): every door, every gate, counted afresh from the ballots. For the office's readers; while the
 * round is open it tells who is left and what is missing, and nobody's choice.
 */
@Injectable()
export class CountSheet {
  constructor(
    private readonly access: RoundsAccess,
    private readonly tallies: Tallies,
    private readonly submissions: Submissions,
    private readonly cases: Cases,
  ) {}

  /**
   * @param tx of one snapshot: gates, doors and chain must belong together
   * @throws not_found (404) for an unknown round and for a draft, which has nothing to count
   */
  async execute(tx: EntityManager, actor: Reach, id: string): Promise<CountSheetDto> {
    const round = await this.access.reached(tx, actor, id);
    if (!round.ruleset) throw common.not_found();
    const { id: rulesetId, version, name, article, verified } = round.ruleset as Ruleset;
    const counted = await this.tallies.count(tx, id);
    const standing = standingFor('officers', round, counted);
    const pendingReviews = (await this.submissions.waitingByRound(tx, [id])).get(id) ?? 0;
    const openCases = (await this.cases.openByRound(tx, [id])).get(id) ?? 0;
    const rows = await sheetRows(tx, id);
    return {
      round: presentSummary(round, counted, { pendingReviews, openCases }),
      ruleset: { id: rulesetId, version, name, article, verified },
      decision: standing.decision,
      tally: standing.tally,
      pivotDoors: standing.namesPivotDoors ? await this.tallies.pivotDoors(tx, id) : null,
      pendingReviews,
      openCases,
      chain: await chainHeadOf(tx, id),
      missingAreas: rows
        .filter((row) => row.areaDm2 === null)
        .map(({ householdId, roomNo }) => ({ householdId, roomNo })),
      rows: rows.map((row) => {
        const isHeld = counted.tally.held.some((held) => held.householdIds.includes(row.householdId));
        return presentRow(row, isHeld, standing.tellsChoices);
      }),
    };
  }
}

function presentRow({ waiting, choice, ...row }: SheetRow, isHeld: boolean, tellsChoice: boolean): CountSheetRowDto {
  const answered = isHeld ? ('held' as const) : ('counted' as const);
  const unanswered = waiting > 0 ? ('awaiting_review' as const) : ('silent' as const);
  return { ...row, choice: tellsChoice ? choice : null, state: choice === null ? unanswered : answered };
}
