import { Box, Press, Txt } from '@/components/kit';
import { ledgerParts, volunteerCopy as copy } from '@/copy/volunteer';
import { go } from '@/routes';
import { volunteerRoutes } from './addresses';
import { useOutbox } from './outbox';

/** What was recorded, delivered and still waits, always in sight. It reads the storage itself, not a counter. */
export function LedgerLine({ accountId }: { accountId: string }) {
  const { ledger, sendNow } = useOutbox(accountId);
  const open = () => go(volunteerRoutes.ledger());
  return (
    <Box className={`v-ledger ${ledger.waiting + ledger.refused > 0 ? 'is-waiting' : ''}`}>
      <Press className="v-ledger-words" onPress={open}>
        {ledgerParts(ledger).map((part) => (
          <Txt key={part} className="v-ledger-part">
            {part}
          </Txt>
        ))}
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
