import { helperOfText } from '../../platform/access';
import type { CaseRow, OfficeBallotRow } from './cases.repository';
import type { CaseDto, OfficeBallotDto } from './dto/case.dto';

/** A case in a list. */
export function presentCase(row: CaseRow): CaseDto {
  return {
    id: row.id,
    state: row.outcome === null ? 'open' : 'settled',
    roundId: row.roundId,
    roundTitle: row.roundTitle,
    householdId: row.householdId,
    place: row.place,
    roomNo: row.roomNo,
    openedAt: row.openedAt.toISOString(),
    outcome: row.outcome,
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}

/** A ballot as the office looks at it. */
export function presentOfficeBallot(row: OfficeBallotRow): OfficeBallotDto {
  const { recordedBy: _, ownerNames: __, areaDm2: ___, ...ballot } = row;
  return {
    ...ballot,
    castAt: row.castAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    assistedBy: helperOfText(row.assistedBy),
  };
}
