import { paperPhotoUrl, signatureUrl } from '../../api/reviews';
import type { ReviewDetail } from '@jiati/contracts';
import { EvidencePicture } from '../../components/evidence-picture';
import { reviews } from '../../copy/reviews';

const copy = reviews.detail;

/** What the submission rests on: the drawn signature, the typed name, the photo of the paper. */
export function Evidence({ review }: { review: ReviewDetail }) {
  const { signatureId, paperPhotoId, typedName } = review.evidence;
  const nothing = !signatureId && !paperPhotoId && !typedName;
  const signer = typeof review.facts['signerName'] === 'string' ? review.facts['signerName'] : '';
  return (
    <section className="card evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{copy.evidence}</h2>
      {paperPhotoId && <EvidencePicture {...copy.photo[review.kind]} url={paperPhotoUrl(paperPhotoId)} />}
      {signatureId && (
        <EvidencePicture label={copy.signature} alt={copy.signatureAlt(signer)} url={signatureUrl(signatureId)} />
      )}
      {typedName && (
        <figure className="evidence-figure">
          <figcaption>{copy.typedName}</figcaption>
          <p className="evidence-typed">{typedName}</p>
        </figure>
      )}
      {nothing && (
        <p className="quiet">
          {review.kind === 'binding'
            ? copy.noEvidenceBinding
            : review.channel === 'self_service'
              ? copy.noEvidenceSelf
              : copy.noEvidence}
        </p>
      )}
    </section>
  );
}
