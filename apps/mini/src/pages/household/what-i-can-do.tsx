import { mayBeReminded } from '@/api/reminders';
import type { MyHousehold } from '@/api/wire';
import { Row, Rows, SectionTitle } from '@/components/kit';
import { ReminderRow } from '@/components/reminder-row';
import { householdCopy as copy } from '@/copy/household';
import { go, routes } from '@/routes';

/** The household's next steps, by what it stands at; the way out last. */
export function WhatICanDo({ home, onEnd }: { home: MyHousehold; onEnd: () => void }) {
  const { round, householdId, relation, proxyAuthorisationId } = home;
  const approved = home.bindingState === 'approved';
  const mayVote = approved && home.mayVote && round?.state === 'open' && !home.frozen;
  const mayGiveProxy = approved && (relation === 'owner' || relation === 'co_owner');
  return (
    <>
      <SectionTitle>{copy.doTitle}</SectionTitle>
      <Rows label={copy.doTitle}>
        {approved && round?.myBallot ? (
          <Row label={copy.receipt} onPress={() => go(routes.receipt(round.id, householdId))} />
        ) : mayVote && round ? (
          <Row label={copy.vote} onPress={() => go(routes.ballot(round.id, householdId))} />
        ) : null}
        {mayBeReminded(home) ? <ReminderRow /> : null}
        {approved && !round && relation !== 'proxy' ? (
          <Row label={copy.interest} onPress={() => go(routes.interest(householdId))} />
        ) : null}
        <Row label={copy.stairwell} onPress={() => go(routes.stairwell(home.stairwellCode))} />
        {mayGiveProxy ? (
          <Row label={copy.proxy} hint={copy.proxyHint} onPress={() => go(routes.giveProxy(householdId))} />
        ) : null}
        {proxyAuthorisationId ? (
          <Row label={copy.letter} onPress={() => go(routes.proxy(proxyAuthorisationId))} />
        ) : null}
        {relation === 'proxy' ? null : <Row label={copy.end} hint={copy.endHint} onPress={onEnd} />}
      </Rows>
    </>
  );
}
