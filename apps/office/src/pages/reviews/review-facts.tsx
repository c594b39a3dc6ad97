import { Alert } from 'antd';
import type { OfficeBallot, ReviewDetail } from '@jiati/contracts';
import { Link } from 'react-router-dom';
import { Facts, type Fact } from '../../components/facts';
import {
  bindingMethodLabels,
  documentKindLabels,
  formatDate,
  tenureLabels,
  channelLabels,
  choiceLabels,
  formatMoment,
  formatStamp,
  identityCheckLabels,
  proxyStateLabels,
  relationLabels,
} from '@jiati/contracts';
import { cases } from '../../copy/cases';
import { reviews } from '../../copy/reviews';
import { roll } from '../../copy/roll';
import { helperWords } from '../../lib/helper-words';

const copy = reviews.detail;
const labels = copy.labels;

/** The facts of a submission in the order an officer checks them. Fields the API did not send are left out. */
export function factsOf(facts: Record<string, unknown>): Fact[] {
  const shown: Fact[] = [];
  const put = (name: string, label: string, words: (value: string) => string = (value) => value) => {
    const value = facts[name];
    if (typeof value === 'string' && value !== '') shown.push([label, words(value)]);
  };
  const choose = (table: Record<string, string>) => (value: string) => table[value] ?? value;
  put('choice', labels.choice, choose(choiceLabels));
  put('statedName', labels.statedName);
  if (Array.isArray(facts['ownerNames'])) shown.push([labels.ownerNames, (facts['ownerNames'] as string[]).join('、')]);
  put('givenByName', labels.givenByName);
  put('proxyName', labels.proxyName);
  put('proxyPhoneMasked', labels.proxyPhoneMasked);
  put('tenantName', labels.tenantName);
  put('relation', labels.relation, choose(relationLabels));
  put('method', labels.method, choose(bindingMethodLabels));
  put('phoneMasked', labels.phoneMasked);
  put('tenure', labels.tenure, choose(tenureLabels));
  const isLetter = 'proxyName' in facts;
  put('documentKind', isLetter ? labels.proxyDocument : labels.documentKind, choose(documentKindLabels));
  put('documentNumberMasked', isLetter ? labels.proxyDocumentNumber : labels.documentNumberMasked);
  if (isLetter) shown.push([labels.scope, facts['roundTitle'] ? String(facts['roundTitle']) : labels.everyRound]);
  put('validFromOn', labels.validFromOn, formatDate);
  put('validUntilOn', labels.validUntilOn, formatDate);
  if (isLetter) put('state', labels.letterState, choose(proxyStateLabels));
  put('revokedAt', labels.revokedAt, formatMoment);
  put('revokeReason', labels.revokeReason);
  put('signerName', labels.signerName);
  put('signerRelation', labels.signerRelation, choose(relationLabels));
  put('identityCheck', labels.identityCheck, choose(identityCheckLabels));
  put('channel', labels.channel, choose(channelLabels));
  put('recordedByName', labels.recordedByName);
  const helper = facts['assistedBy'] as OfficeBallot['assistedBy'] | undefined;
  if (helper) shown.push([labels.assistedBy, helperWords(helper)]);
  put('askedAt', labels.askedAt, formatMoment);
  put('castAt', labels.castAt, formatMoment);
  put('receivedAt', labels.receivedAt, formatMoment);
  return shown;
}

export function ReviewFacts({ review }: { review: ReviewDetail }) {
  return (
    <section className="card stack-tight" aria-labelledby="facts-title">
      <h2 id="facts-title">{copy.facts}</h2>
      {typeof review.facts['clockSkewSeconds'] === 'number' && (
        <Alert type="warning" title={cases.detail.skew(review.facts['clockSkewSeconds'])} />
      )}
      {review.facts['proxyIsVolunteer'] === true && <Alert type="warning" title={copy.proxyIsVolunteer} />}
      <Facts
        facts={[
          [
            roll.stairwell.roomNo,
            <Link key="room" to={`/households/${review.householdId}`}>
              {reviews.room(review.place, review.roomNo)}
            </Link>,
          ],
          ...(review.roundTitle ? ([[labels.roundTitle, review.roundTitle]] as Fact[]) : []),
          ...factsOf(review.facts),
          [reviews.submitted, reviews.submittedBy(review.submittedByName, formatStamp(review.submittedAt))],
        ]}
      />
      {review.history.length > 0 && (
        <>
          <h2>{copy.history}</h2>
          <ol className="review-history">
            {review.history.map((line) => (
              <li key={line.reviewedAt}>
                {copy.historyLine(
                  line.reviewerName,
                  copy.verdicts[line.verdict as keyof typeof copy.verdicts],
                  formatStamp(line.reviewedAt),
                )}
                {line.reason && <p className="quiet">{line.reason}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
