import { Button } from 'antd';
import type { ReviewVerdict } from '@jiati/contracts';
import type { ReviewDetail } from '@jiati/contracts';
import { ButtonLink } from '../../components/button-link';
import { submissionStateLabels } from '@jiati/contracts';
import { reviews } from '../../copy/reviews';
import { RevokeLetter } from './revoke-letter';

const copy = reviews.detail;

interface DecisionBarProps {
  review: ReviewDetail;
  waits: boolean;
  /** Whether whoever looks may decide. */
  writes: boolean;
  queuePath: string;
  onDecide: (verdict: ReviewVerdict) => void;
}

/** Stays at the bottom of the window, so the decision never has to be scrolled for. */
export function DecisionBar({ review, waits, writes, queuePath, onDecide }: DecisionBarProps) {
  return (
    <section className="decision-bar" aria-label={copy.decide}>
      {waits && writes ? (
        <>
          <Button size="large" type="primary" onClick={() => onDecide('approve')}>
            {copy.approveKey}
          </Button>
          <Button size="large" onClick={() => onDecide('return')}>
            {copy.returnKey}
          </Button>
          <Button size="large" type="link" danger onClick={() => onDecide('reject')}>
            {copy.reject}
          </Button>
        </>
      ) : (
        <>
          <span>{waits ? copy.readOnly : copy.decided(submissionStateLabels[review.state])}</span>
          <ButtonLink to={queuePath}>{copy.backToQueue}</ButtonLink>
          {writes && <RevokeLetter review={review} />}
        </>
      )}
    </section>
  );
}
