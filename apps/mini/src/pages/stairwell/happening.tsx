import type { Decision, PublicRound, PublicStairwell } from '@/api/wire';
import { Gates } from '@/components/gates';
import { Card, Notice, Para, Row, Rows, Sentence } from '@/components/kit';
import { citationWords, gateRule, gateTitle, turnoutSentence } from '@/copy/gates';
import { chainWords, happening, houseWords, stairwellCopy as copy, turnoutRule } from '@/copy/stairwell';
import { openSite } from '@/platform/open-site';
import { verifyPath } from '@/routes';

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
      {round?.chain ? <CheckItYourself roundId={round.id} chain={round.chain} /> : null}
    </>
  );
}

/** Where the record stands, and the page where anybody may check it without us. */
function CheckItYourself({ roundId, chain }: { roundId: string; chain: NonNullable<PublicRound['chain']> }) {
  const head = `${chain.count}:${chain.head}`;
  return (
    <>
      <Para small>{chainWords(chain)}</Para>
      <Rows>
        <Row label={copy.verify} hint={copy.verifyHint} onPress={() => openSite(verifyPath(roundId, { head }))} />
      </Rows>
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
