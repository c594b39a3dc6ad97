import { useState } from 'react';
import { formatStamp } from '@jiati/contracts';
import { words } from '@/api/client';
import { useGiveConsent, useMyConsents, usePurposes, useWithdrawConsent } from '@/api/privacy';
import { reminderPurpose } from '@/api/reminders';
import { useSession } from '@/api/session';
import type { Consent, Purpose } from '@/api/wire';
import {
  Box,
  Button,
  Empty,
  Facts,
  LongText,
  Notice,
  Page,
  Para,
  PlainButton,
  Sheet,
  TextButton,
} from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { privacyCopy as copy } from '@/copy/privacy';
import { remindersCopy } from '@/copy/reminders';
import { useParameters } from '@/parameters';
import { go, goBack, replace, routes } from '@/routes';
import { latestConsent } from '@/state/consents';

/**
 * One purpose: its text, why it may be kept, how long; and, where it rests on consent, giving and taking it back. To be
 * reminded one chooses how, which is the agreement.
 */
export default function PurposePage() {
  const { id } = useParameters();
  const purposes = usePurposes();
  const loggedIn = Boolean(useSession().data);
  const consents = useMyConsents(loggedIn);
  const purpose = purposes.data?.find((each) => each.id === id);
  if (!purpose) {
    return (
      <Page title={copy.title}>
        <Loaded query={purposes}>
          {() => (
            <Empty title={copy.missing} action={{ words: copy.title, onPress: () => replace(routes.privacy()) }} />
          )}
        </Loaded>
      </Page>
    );
  }
  const consent = latestConsent(consents.data, purpose.id);
  const standing = consent && !consent.withdrawnAt;
  const current = standing && consent.textVersion === purpose.version;
  const asks = purpose.basis === 'consent' && consents.data !== undefined;
  return (
    <Page
      title={purpose.title}
      action={
        asks && purpose.id === reminderPurpose ? (
          <Button onPress={() => go(routes.reminders())}>{remindersCopy.purposeLink}</Button>
        ) : asks && !current ? (
          <Ask purpose={purpose} />
        ) : null
      }
    >
      <LongText>{purpose.text}</LongText>
      <Facts facts={factsOf(purpose, consent)} />
      {asks && !current ? <Para small>{copy.refuseWords}</Para> : null}
      {standing && !current ? <Notice kind="waiting" title={copy.oldText} /> : null}
      {asks && standing ? <Withdraw purpose={purpose} /> : null}
      {purpose.basis === 'consent' ? null : <Para small>{copy.notAsked}</Para>}
    </Page>
  );
}

function factsOf(purpose: Purpose, consent: Consent | undefined) {
  return [
    { name: copy.why, value: copy.basis[purpose.basis] },
    ...(purpose.citation ? [{ name: copy.citation, value: purpose.citation }] : []),
    { name: copy.keptFor, value: purpose.keptFor },
    ...(consent ? [{ name: copy.given, value: formatStamp(consent.givenAt) }] : []),
    ...(consent?.withdrawnAt ? [{ name: copy.withdrawn, value: formatStamp(consent.withdrawnAt) }] : []),
    {
      name: copy.version,
      value: copy.versionWords(consent && !consent.withdrawnAt ? consent.textVersion : purpose.version),
    },
  ];
}

/** Yes and no are of one weight; nothing is chosen beforehand. */
function Ask({ purpose }: { purpose: Purpose }) {
  const give = useGiveConsent();
  return (
    <>
      {give.error ? <Notice kind="problem" title={words(give.error)} /> : null}
      <Box className="choices">
        <PlainButton onPress={() => give.mutate(purpose)} disabled={give.isPending}>
          {give.isPending ? copy.agreeing : copy.agree}
        </PlainButton>
        <PlainButton onPress={goBack}>{copy.refuse}</PlainButton>
      </Box>
    </>
  );
}

function Withdraw({ purpose }: { purpose: Purpose }) {
  const [asked, setAsked] = useState(false);
  const withdraw = useWithdrawConsent();
  const sure = () => withdraw.mutate(purpose.id, { onSuccess: () => setAsked(false) });
  return (
    <>
      <TextButton onPress={() => setAsked(true)}>{copy.withdraw}</TextButton>
      <Sheet open={asked} title={copy.withdrawTitle} closeWords={copy.keep} onClose={() => setAsked(false)}>
        <Para>{copy.withdrawWords}</Para>
        {withdraw.error ? <Notice kind="problem" title={words(withdraw.error)} /> : null}
        <Button onPress={sure} busyWords={withdraw.isPending && copy.withdrawing}>
          {copy.withdraw}
        </Button>
      </Sheet>
    </>
  );
}
