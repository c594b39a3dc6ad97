import type { PublicRound, PublicStairwell } from '@/api/wire';
import { Gates } from '@/components/gates';
import { Card, Fold, Notice, Para, Rows, Sentence } from '@/components/kit';
import { checkSentence, turnoutSentence } from '@/copy/gates';
import { happening, houseWords, stairwellCopy as copy, turnoutRule } from '@/copy/stairwell';

/** The sentence of what is happening; while a round is open its turnout, after announcing its decision. */
export function Happening({ stairwell }: { stairwell: PublicStairwell }) {
  const { round } = stairwell;
  return (
    <>
      <Card>
        <Sentence>{happening(stairwell, new Date())}</Sentence>
        {round ? <Para>{round.title}</Para> : null}
        <Para small>{houseWords(stairwell)}</Para>
      </Card>
      {round?.state === 'open' ? <Turnout round={round} /> : null}
      {round?.decision ? (
        <Rows>
          <Fold label={copy.decisionFold}>
            {round.decision.checks.map((check) => (
              <Para key={`${check.role}-${check.basis}`}>{checkSentence(check)}</Para>
            ))}
            <Gates checks={round.decision.checks.filter((check) => check.role === 'quorum')} />
          </Fold>
        </Rows>
      ) : null}
      {round?.state === 'open' && round.ruleset.electronicBallots === 'preparatory' ? (
        <Notice kind="info" title={copy.preparatoryTitle}>
          {copy.preparatoryWords}
        </Notice>
      ) : null}
    </>
  );
}

function Turnout({ round }: { round: PublicRound }) {
  return (
    <Card title={copy.turnoutTitle}>
      <Sentence>{turnoutSentence(round.turnout)}</Sentence>
      <Gates checks={round.turnout} />
      <Para small>
        {turnoutRule(round.turnout)}
        {copy.turnoutNote}
        {round.ruleset.verified ? '' : copy.unverifiedWords}
      </Para>
    </Card>
  );
}
