import type { EntityManager } from 'typeorm';
import { common } from '../../platform/errors';
import { findEntitlement, type EntitlementRow } from '../rounds';
import { refusals } from './ballots.refusals';
import type { CastableRound } from './ballots.repository';

/**
 * Insists that something may come in for a household now: it stands in the electorate, the actor may speak for it, the
 * round takes ballots and no dispute keeps the household's ballot as it is.
 * @param maySpeak throws unless the actor may
 * @returns what `maySpeak` says
 * @throws not_found (404); round_closed, round_not_open, ballot_frozen (409)
 */
export async function assertTakes<T>(
  tx: EntityManager,
  round: CastableRound,
  householdId: string,
  now: Date,
  maySpeak: (entitlement: EntitlementRow) => Promise<T>,
): Promise<T> {
  const entitlement = await findEntitlement(tx, round.id, householdId);
  if (!entitlement) throw common.not_found();
  const spoken = await maySpeak(entitlement);
  assertOpen(round, now);
  if (entitlement.ballotFrozenAt) throw refusals.ballot_frozen({ since: entitlement.ballotFrozenAt.toISOString() });
  return spoken;
}

/** The server's time decides; a round past its closing time is closed even before an officer closes it. */
function assertOpen(round: CastableRound, now: Date): void {
  if (round.state === 'void') throw refusals.round_not_open();
  if (round.state !== 'open' || now >= round.closesAt) throw refusals.round_closed();
}
