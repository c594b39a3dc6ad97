import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { common } from '../../platform/errors';
import type { Reach } from '../roll';
import { presentCase, presentOfficeBallot } from './cases.presenter';
import {
  casesWithin,
  countsNow,
  heldBallotIds,
  isOvertaken,
  officeBallots,
  openCaseCount,
  settlementsOf,
  type CaseRow,
} from './cases.repository';
import type { CaseDetailDto, CasesPageDto, ListCasesQuery } from './dto/case.dto';

const USUAL_LIMIT = 50;

/** Cases as the office reads them; what is out of reach is not among them. */
@Injectable()
export class ReadCases {
  /** One page, the open ones first, oldest first. */
  async list(tx: EntityManager, { remit }: Reach, query: ListCasesQuery): Promise<CasesPageDto> {
    const { limit = USUAL_LIMIT, ...filter } = query;
    const rows = await casesWithin(tx, remit, { ...filter, limit: limit + 1 });
    const cases = rows.slice(0, limit).map(presentCase);
    return { cases, next: rows.length > limit ? cases.at(-1)!.id : null };
  }

  /** How many wait for an officer. */
  openCount(tx: EntityManager, { remit }: Reach): Promise<number> {
    return openCaseCount(tx, remit);
  }

  /** @throws not_found (404), also for one out of reach */
  async reached(tx: EntityManager, { remit }: Reach, id: string): Promise<CaseRow> {
    const [row] = await casesWithin(tx, remit, { id, limit: 1 });
    if (!row) throw common.not_found();
    return row;
  }

  /** One case with its ballots and what was settled. @throws not_found (404) */
  async detail(tx: EntityManager, actor: Reach, id: string): Promise<CaseDetailDto> {
    const row = await this.reached(tx, actor, id);
    const held = await heldBallotIds(tx, id);
    const ballots = await officeBallots(tx, [row.earlierBallotId, ...held]);
    const settlements = await settlementsOf(tx, id);
    const isRunning = row.roundState === 'open' || row.roundState === 'closed';
    return {
      ...presentCase(row),
      version: held.length + settlements.length,
      ownerNames: row.ownerNames,
      areaDm2: row.areaDm2,
      ballots: ballots.map(presentOfficeBallot),
      countsBallotId: await countsNow(tx, row),
      maySettle: isRunning && !(await isOvertaken(tx, row)),
      settlements: settlements.map(({ outcome, ballotId, reason, settledAt, settledByName }) => {
        return { outcome, ballotId, reason, settledAt: settledAt.toISOString(), settledByName };
      }),
    };
  }
}
