import { useState } from 'react';
import { reviews } from '../copy/reviews';
import './evidence-picture.css';

/** A picture that a ballot rests on, with a way to see it large. */
export function EvidencePicture({ label, alt, url }: { label: string; alt: string; url: string }) {
  const [failed, setFailed] = useState(false);
  return (
    <figure className="evidence-figure">
      <figcaption className="row-spread">
        <span>{label}</span>
        <a href={url} target="_blank" rel="noreferrer">
          {reviews.detail.larger}
        </a>
      </figcaption>
      {failed ? (
        <p className="field-problem">{reviews.detail.imageFailed}</p>
      ) : (
        <img src={url} alt={alt} onError={() => setFailed(true)} />
      )}
    </figure>
  );
}
