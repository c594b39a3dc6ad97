import { Box, Press, Txt } from '@/components/kit';
import { ledgerParts, volunteerCopy as copy } from '@/copy/volunteer';
import { go } from '@/routes';
import { volunteerRoutes } from './addresses';
import { useOutbox, type Ledger } from './outbox';

/**
 * What was recorded, delivered and still waits, and why it waits: always in sight. It reads the storage itself, not a
 * counter.
 */
export function LedgerLine({ accountId }: { accountId: string }) {
  const { ledger, sendNow } = useOutbox(accountId);
  const open = () => go(volunteerRoutes.ledger());
  const why = whyItWaits(ledger);
  return (
    <Box className={`v-ledger ${ledger.waiting + ledger.refused > 0 ? 'is-waiting' : ''}`} live="polite">
      <Press className="v-ledger-words" onPress={open}>
        {ledgerParts(ledger).map((part) => (
          <Txt key={part} className="v-part">
            {part}
          </Txt>
        ))}
        {why ? <Txt className="v-ledger-why">{why}</Txt> : null}
      </Press>
      {ledger.refused > 0 ? (
        <Press className="text-button" onPress={open}>
          <Txt>{copy.look}</Txt>
        </Press>
      ) : ledger.waiting > 0 ? (
        <Press className="text-button" onPress={sendNow} disabled={ledger.sending}>
          <Txt>{ledger.sending ? copy.sending : copy.sendNow}</Txt>
        </Press>
      ) : null}
    </Box>
  );
}

function whyItWaits({ waiting, trouble }: Ledger): string | null {
  if (waiting === 0) return null;
  if (trouble === 'no_answer') return copy.offlineShort;
  return trouble === 'signed_out' ? copy.signedOutShort : null;
}
