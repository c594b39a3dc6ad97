import { Button } from 'antd';
import type { ReviewVerdict } from '@jiati/contracts';
import type { ReviewDetail } from '@jiati/contracts';
import { ButtonLink } from '../../components/button-link';
import { submissionStateLabels } from '@jiati/contracts';
import type { Fact } from '../../components/facts';
import { reviews } from '../../copy/reviews';
import { RevokeLetter } from '../../components/revoke-letter';
import { factsOf } from './review-facts';

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
  const letterId = letterInForce(review);
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
          {writes && letterId !== null && <RevokeLetter letterId={letterId} facts={letterFacts(review)} />}
        </>
      )}
    </section>
  );
}

/** The letter in force that this submission brought; null for everything else. */
function letterInForce({ kind, facts }: ReviewDetail): string | null {
  const isInForce = kind === 'proxy_authorisation' && facts['state'] === 'approved';
  return isInForce && typeof facts['id'] === 'string' ? facts['id'] : null;
}

function letterFacts({ place, roomNo, facts }: ReviewDetail): Fact[] {
  const { givenByName, proxyName, validFromOn, validUntilOn, roundTitle } = facts;
  return [
    [reviews.place, reviews.room(place, roomNo)],
    ...factsOf({ givenByName, proxyName, validFromOn, validUntilOn, roundTitle }),
  ];
}
