import { useState } from 'react';
import type { Account } from '@/api/wire';
import { Box, Card, Notice, Para, PlainButton, SectionTitle, TextButton, Txt } from '@/components/kit';
import { ledgerWords, visitedWords, volunteerCopy as copy } from '@/copy/volunteer';
import { go, routes } from '@/routes';
import { useOutbox, type OutboxRecord } from '../outbox';
import { VolunteerPage } from '../volunteer-page';

/** Every record of this device, one by one: what waits, what was not accepted, what arrived. */
export default function LedgerPage() {
  return (
    <VolunteerPage title={copy.ledgerTitle} isLedger>
      {(account) => <LedgerOf account={account} />}
    </VolunteerPage>
  );
}

function LedgerOf({ account }: { account: Account }) {
  const { outbox, ledger, sendNow } = useOutbox(account.id);
  const now = new Date();
  const waiting = ledger.records.filter((record) => record.refusal === null);
  const refused = ledger.records.filter((record) => record.refusal !== null);
  return (
    <Box className="v-column">
      <Card title={ledgerWords(ledger)}>
        <Para small>{copy.ledgerExplain}</Para>
      </Card>
      {ledger.trouble === 'no_answer' && waiting.length > 0 ? <Notice kind="waiting" title={copy.offline} /> : null}
      {ledger.trouble === 'signed_out' ? (
        <Notice kind="problem" title={copy.signedOut}>
          <PlainButton onPress={() => go(routes.login())}>{copy.logIn}</PlainButton>
        </Notice>
      ) : null}

      {refused.length > 0 ? (
        <>
          <SectionTitle>{copy.refusedTitle}</SectionTitle>
          <Para small>{copy.refusedWords}</Para>
          {refused.map((record) => (
            <Refused
              key={record.id}
              record={record}
              now={now}
              onRetry={() => void outbox.retry(record.id)}
              onGiveUp={() => void outbox.takeBack(record.id)}
            />
          ))}
        </>
      ) : null}

      <SectionTitle>{copy.waitingTitle}</SectionTitle>
      {waiting.length === 0 ? (
        <Para>{copy.nothingWaiting}</Para>
      ) : (
        <>
          <Lines lines={waiting.map(({ id, label, recordedAtMs }) => ({ id, label, atMs: recordedAtMs }))} now={now} />
          <PlainButton onPress={sendNow} disabled={ledger.sending}>
            {ledger.sending ? copy.sending : copy.sendNow}
          </PlainButton>
        </>
      )}

      {ledger.recent.length > 0 ? (
        <>
          <SectionTitle>{copy.recentTitle}</SectionTitle>
          <Lines
            lines={ledger.recent.map(({ id, label, deliveredAtMs }) => ({ id, label, atMs: deliveredAtMs }))}
            now={now}
          />
        </>
      ) : null}
    </Box>
  );
}

function Lines({ lines, now }: { lines: readonly { id: string; label: string; atMs: number }[]; now: Date }) {
  return (
    <Box as="ul" className="v-lines">
      {lines.map((line) => (
        <Box as="li" key={line.id} className="v-line">
          <Txt>{line.label}</Txt>
          <Txt className="v-quiet">{visitedWords(new Date(line.atMs).toISOString(), now)}</Txt>
        </Box>
      ))}
    </Box>
  );
}

interface RefusedProps {
  record: OutboxRecord;
  now: Date;
  onRetry: () => void;
  onGiveUp: () => void;
}

/**
 * Why, and what to do. Giving up drops what was written: it is asked twice, and where the first tap was the second one
 * keeps it.
 */
function Refused({ record, now, onRetry, onGiveUp }: RefusedProps) {
  const [sure, setSure] = useState(false);
  return (
    <Notice kind="problem" title={record.label}>
      <Para small>{copy.refusedAt(visitedWords(new Date(record.recordedAtMs).toISOString(), now))}</Para>
      <Para>{record.refusal}</Para>
      <Box live="polite">
        <Para>{sure ? copy.giveUpWords[record.kind] : copy.afterRefusal[record.kind]}</Para>
      </Box>
      {sure ? (
        <>
          <TextButton onPress={onGiveUp}>{copy.giveUpSure}</TextButton>
          <PlainButton onPress={() => setSure(false)}>{copy.keepIt}</PlainButton>
        </>
      ) : (
        <>
          <PlainButton onPress={onRetry}>{copy.sendAgain}</PlainButton>
          <TextButton onPress={() => setSure(true)}>{copy.giveUp}</TextButton>
        </>
      )}
    </Notice>
  );
}
