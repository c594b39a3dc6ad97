import type { ReviewDetail } from '@jiati/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useRevokeProxy } from '../../api/proxies';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { reviews } from '../../copy/reviews';
import { factsOf } from './review-facts';

const copy = reviews.detail.revoke;

/** The letter in force that this submission brought; null for everything else. */
const letterInForce = ({ kind, facts }: ReviewDetail): string | null =>
  kind === 'proxy_authorisation' && facts['state'] === 'approved' && typeof facts['id'] === 'string'
    ? facts['id']
    : null;

/** Takes an approved letter back; nothing where there is none to take back. */
export function RevokeLetter({ review }: { review: ReviewDetail }) {
  const [asking, setAsking] = useState(false);
  const revoke = useRevokeProxy();
  const { message } = App.useApp();
  const letterId = letterInForce(review);
  if (letterId === null) return null;
  const close = () => {
    revoke.reset();
    setAsking(false);
  };
  const confirm = (reason: string) =>
    revoke.mutate(
      { letterId, reason },
      {
        onSuccess: () => {
          void message.success(copy.done);
          close();
        },
      },
    );
  const { givenByName, proxyName, validFromOn, validUntilOn } = review.facts;
  return (
    <>
      <Button size="large" danger onClick={() => setAsking(true)}>
        {copy.verb}
      </Button>
      <ConfirmDialog
        open={asking}
        title={copy.title}
        facts={[
          [reviews.place, reviews.room(review.place, review.roomNo)],
          ...factsOf({ givenByName, proxyName, validFromOn, validUntilOn, roundTitle: review.facts['roundTitle'] }),
        ]}
        verb={copy.verb}
        danger
        reason={{ label: copy.reason, placeholder: copy.placeholder, required: true }}
        working={revoke.isPending}
        error={revoke.error}
        onConfirm={confirm}
        onCancel={close}
      >
        <p>{copy.text}</p>
      </ConfirmDialog>
    </>
  );
}
