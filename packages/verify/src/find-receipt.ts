import { receiptHashOf } from './canonical.ts';
import type { Finding } from './findings.ts';
import type { OpenedSeals } from './open-seals.ts';
import { inForce, type Story } from './read-story.ts';

/** Where the holder's ballot stands in the bundle. */
export interface FoundReceipt {
  seq: number;
  at: string;
  channel: string;
  /** `in_force`: counts unless the door has a later one; which of the two it is can only be said once announced. */
  state: 'in_force' | 'awaiting_review' | 'returned' | 'counted' | 'superseded';
  /** Null until the result is announced, and for a ballot that does not count. */
  choice: 'for' | 'against' | 'abstain' | null;
}

/** Looks for the ballot of a receipt code. Capitals, blanks and dashes do not matter. */
export async function findReceipt(
  story: Story,
  seals: OpenedSeals | null,
  spoken: string,
): Promise<{ receipt: FoundReceipt | null; findings: Finding[] }> {
  const bare = spoken.toUpperCase().replace(/[\s\-–—－]/g, '');
  if (!/^[2-9A-HJKMNP-Z]{12}$/.test(bare)) return { receipt: null, findings: [{ code: 'receipt_misread' }] };
  const code = `${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}`;
  for (const ballot of story.ballots) {
    if ((await receiptHashOf(code, ballot.ballotId)) !== ballot.receiptHash) continue;
    const { seq, at, channel, verdict } = ballot;
    const counts = [...(seals?.counted.values() ?? [])].find((counted) => counted.ballot === ballot);
    const choice = counts?.disclosure.choice ?? null;
    if (!inForce(ballot)) {
      return { receipt: { seq, at, channel, state: verdict ? 'returned' : 'awaiting_review', choice }, findings: [] };
    }
    const state = seals === null ? 'in_force' : counts ? 'counted' : 'superseded';
    return { receipt: { seq, at, channel, state, choice }, findings: [] };
  }
  return { receipt: null, findings: [{ code: 'receipt_unknown' }] };
}
