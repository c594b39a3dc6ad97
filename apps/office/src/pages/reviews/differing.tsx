import type { ReviewBallot, ReviewDetail } from '@jiati/contracts';
import { Facts } from '../../components/facts';
import { choiceLabels } from '@jiati/contracts';
import { reviews } from '../../copy/reviews';
import { ballotFacts, factsOf } from './review-facts';

const copy = reviews.detail;

/** Two ballots of one household that disagree, side by side. Neither is lost, whatever is decided. */
export function Differing({ review, other }: { review: ReviewDetail; other: ReviewBallot }) {
  const choice = String(review.facts['choice'] ?? '');
  return (
    <section className="card differing" aria-labelledby="differing-title">
      <h2 id="differing-title">{copy.differsTitle}</h2>
      <p>{copy.differsText}</p>
      <div className="differing-pair">
        <div>
          <h3>{copy.thisOne}</h3>
          <p className="differing-choice">{choiceLabels[choice as keyof typeof choiceLabels] ?? choice}</p>
          <Facts compact facts={factsOf({ ...review.facts, choice: null })} />
          <p className="quiet">{copy.differsApprove}</p>
        </div>
        <div>
          <h3>{copy.otherOne}</h3>
          <p className="differing-choice">{choiceLabels[other.choice]}</p>
          <Facts compact facts={ballotFacts(other).slice(1)} />
          <p className="quiet">{copy.differsReject}</p>
        </div>
      </div>
    </section>
  );
}
