import {
  channelLabels,
  choiceLabels,
  formatMoment,
  identityCheckLabels,
  relationLabels,
  type OfficeBallot,
} from '@jiati/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { paperPhotoUrl, signatureUrl } from '../../api/reviews';
import { EvidencePicture } from '../../components/evidence-picture';
import { Facts, type Fact } from '../../components/facts';
import { StateTag } from '../../components/state-tag';
import { cases } from '../../copy/cases';
import { reviews } from '../../copy/reviews';
import { helperWords } from '../../lib/helper-words';

const copy = cases.detail;
const labels = reviews.detail.labels;

/** What a ballot answers, in a word. */
export const answerOf = ({ choice }: OfficeBallot): string =>
  choice === null ? copy.withdrawal : choiceLabels[choice];

interface CaseBallotProps {
  ballot: OfficeBallot;
  heading: string;
  counts: boolean;
  /** Left out when it cannot be chosen. */
  onChoose?: (() => void) | undefined;
}

/** One of the answers, with who gave it and what it rests on. */
export function CaseBallot({ ballot, heading, counts, onChoose }: CaseBallotProps): ReactNode {
  return (
    <li className={counts ? 'card case-ballot case-ballot-counts' : 'card case-ballot'}>
      <h2>{heading}</h2>
      <p className="case-answer">{answerOf(ballot)}</p>
      {counts && <StateTag tone="main">{copy.counts}</StateTag>}
      <Facts compact facts={factsOf(ballot)} />
      {ballot.clockSkewSeconds !== null && <p className="waiting-text">{copy.skew(ballot.clockSkewSeconds)}</p>}
      {ballot.paperPhotoId && (
        <EvidencePicture {...reviews.detail.photo.ballot} url={paperPhotoUrl(ballot.paperPhotoId)} />
      )}
      {ballot.signatureId && (
        <EvidencePicture
          label={reviews.detail.signature}
          alt={reviews.detail.signatureAlt(ballot.signerName ?? '')}
          url={signatureUrl(ballot.signatureId)}
        />
      )}
      {onChoose && (
        <Button size="large" onClick={onChoose} aria-label={`${copy.choose}：${heading}，${answerOf(ballot)}`}>
          {copy.choose}
        </Button>
      )}
    </li>
  );
}

function factsOf(ballot: OfficeBallot): Fact[] {
  const facts: [string, string | null][] = [
    [labels.channel, channelLabels[ballot.channel]],
    [labels.recordedByName, ballot.recordedByName],
    [labels.assistedBy, ballot.assistedBy && helperWords(ballot.assistedBy)],
    [labels.signerName, ballot.signerName],
    [labels.signerRelation, named(relationLabels, ballot.signerRelation)],
    [labels.identityCheck, named(identityCheckLabels, ballot.identityCheck)],
    [reviews.detail.typedName, ballot.typedName],
    [labels.castAt, formatMoment(ballot.castAt)],
    [labels.receivedAt, formatMoment(ballot.receivedAt)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

const named = (table: Record<string, string>, key: string | null): string | null =>
  key === null ? null : (table[key] ?? key);
