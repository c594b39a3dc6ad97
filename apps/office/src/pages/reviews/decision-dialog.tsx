import type { ReviewVerdict } from '@jiati/contracts';
import type { ReviewDetail } from '@jiati/contracts';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { reviews } from '../../copy/reviews';
import { factsOf } from './review-facts';

const copy = reviews.detail;

interface DecisionDialogProps {
  review: ReviewDetail;
  verdict: ReviewVerdict | null;
  working: boolean;
  error: unknown;
  onConfirm: (verdict: ReviewVerdict, reason: string) => void;
  onReload: () => void;
  onCancel: () => void;
}

/** Repeats whose submission it is. Returning and rejecting need a reason; the API refuses them without one too. */
export function DecisionDialog({
  review,
  verdict,
  working,
  error,
  onConfirm,
  onReload,
  onCancel,
}: DecisionDialogProps) {
  const shown = verdict ?? 'approve';
  const words = copy.confirm[shown];
  const text = 'text' in words ? words.text : words[review.kind];
  return (
    <ConfirmDialog
      open={verdict !== null}
      title={words.title}
      facts={[
        [reviews.place, reviews.room(review.place, review.roomNo)],
        ...factsOf(review.facts).filter(([label]) =>
          [
            copy.labels.choice,
            copy.labels.statedName,
            copy.labels.signerName,
            copy.labels.relation,
            copy.labels.channel,
          ].includes(label),
        ),
      ]}
      verb={words.verb}
      danger={verdict === 'reject'}
      {...('reason' in words
        ? { reason: { label: words.reason, placeholder: words.placeholder, required: true } }
        : {})}
      working={working}
      error={error}
      onReload={onReload}
      onConfirm={(reason) => verdict && onConfirm(verdict, reason)}
      onCancel={onCancel}
    >
      <p>{text}</p>
    </ConfirmDialog>
  );
}
