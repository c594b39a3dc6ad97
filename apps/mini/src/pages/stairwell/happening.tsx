import type { Decision, PublicRound, PublicStairwell } from '@/api/wire';
import { Gates } from '@/components/gates';
import { Card, Notice, Para, Sentence } from '@/components/kit';
import { citationWords, gateRule, gateTitle, turnoutSentence } from '@/copy/gates';
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
      {round?.decision ? <Outcome decision={round.decision} /> : null}
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

/** The two gates as they came out, each with its two bars, and the law they stand in. */
function Outcome({ decision }: { decision: Decision }) {
  const gates = [
    decision.checks.filter((check) => check.role === 'quorum'),
    decision.checks.filter((check) => check.role !== 'quorum'),
  ];
  const basis = [...new Set(decision.checks.map(citationWords))].join('；');
  return (
    <>
      {gates.map(([first, ...rest]) =>
        first ? (
          <Card key={first.role} title={gateTitle(first)}>
            <Para small>{gateRule(first)}</Para>
            <Gates checks={[first, ...rest]} final />
          </Card>
        ) : null,
      )}
      <Para small>{`${copy.basis}${basis}`}</Para>
    </>
  );
}
