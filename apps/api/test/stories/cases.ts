import { randomUUID } from 'node:crypto';
import type { Answer } from '../harness';
import { expectStatus, type OfficerStory, type OutsiderStory, type ResidentStory } from './stairwell-story';

type Fields = Record<string, unknown>;

/** Somebody takes back on their phone what a household has said. */
export function withdraws(
  who: ResidentStory | OutsiderStory,
  householdId: string,
  changes: Fields = {},
): Promise<Answer> {
  const withdrawnAt = who.story.api.clock.now().toISOString();
  const url = `/api/rounds/${who.story.roundId}/households/${householdId}/withdrawals`;
  return who.http.post(url, { id: randomUUID(), withdrawnAt, ...changes });
}

/** The newest case of a door, as the officer reads it. */
export async function caseOf(officer: OfficerStory, roomNo: string): Promise<Answer['body']> {
  const [row] = await officer.api.dataSource.query(
    'SELECT id FROM cases WHERE round_id = $1 AND household_id = $2 ORDER BY seq DESC LIMIT 1',
    [officer.story.roundId, officer.story.household(roomNo)],
  );
  if (!row) throw new Error(`no case of ${roomNo}`);
  return expectStatus(await officer.http.get(`/api/cases/${row.id}`), 200).body;
}

/**
 * Tries to settle a case.
 * @param which the place of the ballot among those of the case, 0 for the earlier one; null to ask again
 */
export function triesToSettle(
  officer: OfficerStory,
  found: Answer['body'],
  which: number | null,
  changes: Fields = {},
): Promise<Answer> {
  const ballotId = which === null ? null : found.ballots.at(which).id;
  const { id, version } = found;
  const body = { id: randomUUID(), ballotId, reason: '打电话问过户主本人', version, ...changes };
  return officer.http.post(`/api/cases/${id}/settle`, body);
}

/** Settles a door's newest case, which succeeds. */
export async function settles(officer: OfficerStory, roomNo: string, which: number | null): Promise<Answer['body']> {
  return expectStatus(await triesToSettle(officer, await caseOf(officer, roomNo), which), 200).body;
}
