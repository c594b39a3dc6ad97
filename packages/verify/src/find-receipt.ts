import { receiptHashOf } from './canonical.ts';
import type { Finding } from './findings.ts';
import type { OpenedSeals } from './open-seals.ts';
import { readReceiptCode } from './receipt-code.ts';
import { inForce, isSilence, type ChainedBallot, type Story } from './read-story.ts';

/** Where the holder's ballot stands in the bundle. */
export interface FoundReceipt {
  seq: number;
  at: string;
  channel: string;
  /**
   * `withdrawal`: what the door had said was taken back by it. `in_force`: counts unless the door has taken it back, or
   * has changed it in an older chain that does not tell so; which of them it is can only be said once announced.
   */
  state: 'in_force' | 'awaiting_review' | 'returned' | 'counted' | 'superseded' | 'withdrawal';
  /** Null until the result is announced, and for a ballot that does not count. */
  choice: 'for' | 'against' | 'abstain' | null;
}

/** Looks for the ballot of a receipt code. Capitals, blanks and dashes do not matter. */
export async function findReceipt(
  story: Story,
  seals: OpenedSeals | null,
  spoken: string,
): Promise<{ receipt: FoundReceipt | null; findings: Finding[] }> {
  const code = readReceiptCode(spoken);
  if (code === null) return { receipt: null, findings: [{ code: 'receipt_misread' }] };
  for (const ballot of story.ballots) {
    if ((await receiptHashOf(code, ballot.ballotId)) !== ballot.receiptHash) continue;
    const { seq, at, channel } = ballot;
    const counts = [...(seals?.counted.values() ?? [])].find((counted) => counted.ballot === ballot);
    const choice = counts?.disclosure.choice ?? null;
    return {
      receipt: { seq, at, channel, state: stateOf(ballot, story, seals, counts !== undefined), choice },
      findings: [],
    };
  }
  return { receipt: null, findings: [{ code: 'receipt_unknown' }] };
}

function stateOf(
  ballot: ChainedBallot,
  { replacements }: Story,
  seals: OpenedSeals | null,
  counts: boolean,
): FoundReceipt['state'] {
  const { ballotId, verdict, heldIn, isWithdrawal } = ballot;
  if (!inForce(ballot)) return (heldIn ? heldIn.outcome : verdict) === null ? 'awaiting_review' : 'returned';
  if (isWithdrawal) return 'withdrawal';
  if (isSilence(ballot)) return 'returned';
  const isReplaced = replacements.some(({ supersedes }) => supersedes === ballotId);
  if (seals === null) return isReplaced ? 'superseded' : 'in_force';
  return counts ? 'counted' : 'superseded';
}
