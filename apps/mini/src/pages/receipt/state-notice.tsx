import type { MyBallot } from '@/api/wire';
import { Notice } from '@/components/kit';
import { caseWords, receiptCopy as copy } from '@/copy/receipt';

/**
 * What a household should know about how its latest answer stands, and what to do; nothing for one that counts.
 * @param counted what counts for it meanwhile
 */
export function StateNotice({ ballot, counted }: { ballot: MyBallot; counted: MyBallot | undefined }) {
  switch (ballot.state) {
    case 'awaiting_review':
      return <Notice kind="waiting" title={copy.reviewWords} />;
    case 'in_case':
      return <Notice kind="waiting" title={counted ? caseWords(counted, ballot) : copy.reviewWords} />;
    case 'returned':
      return <Notice kind="problem" title={copy.returnedWords} />;
    case 'set_aside':
      return <Notice kind="problem" title={copy.setAsideWords} />;
    case 'withdrawn':
      return <Notice kind="waiting" title={copy.withdrawnWords} />;
    default:
      return null;
  }
}
