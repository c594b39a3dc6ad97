import { useState } from 'react';
import { formatDate } from '@jiati/contracts';
import { words } from '@/api/client';
import { useMyProxies, useRevokeProxy } from '@/api/proxies';
import type { ProxyAuthorisation } from '@/api/wire';
import { Button, Empty, Facts, Notice, OptionList, Page, Para, TextButton, Trouble } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { SignedIn } from '@/components/signed-in';
import { common } from '@/copy/common';
import { proxyCopy as copy, proxyHome, proxyStateLabels } from '@/copy/proxy';
import { useParameters } from '@/parameters';
import { go, replace, routes } from '@/routes';

/** One authorisation: for whoever gave it, and for whoever received it. */
export default function ProxyPage() {
  return <SignedIn title={copy.title}>{() => <Proxy />}</SignedIn>;
}

function Proxy() {
  const { id } = useParameters();
  const proxies = useMyProxies();
  const given = proxies.data?.given.find((proxy) => proxy.id === id);
  const received = proxies.data?.received.find((proxy) => proxy.id === id);
  if (given) return <Given proxy={given} />;
  if (received) return <Received proxy={received} />;
  return (
    <Page title={copy.title}>
      <Loaded query={proxies}>
        {() => <Empty title={copy.missing} action={{ words: copy.toList, onPress: () => replace(routes.proxies()) }} />}
      </Loaded>
    </Page>
  );
}

function factsOf(proxy: ProxyAuthorisation) {
  return [
    { name: copy.facts.state, value: proxyStateLabels[proxy.state] },
    { name: copy.facts.home, value: proxyHome(proxy) },
    { name: copy.facts.what, value: proxy.round?.title ?? copy.everyRound },
    { name: copy.facts.from, value: formatDate(proxy.validFromOn) },
    { name: copy.facts.until, value: formatDate(proxy.validUntilOn) },
  ];
}

function Given({ proxy }: { proxy: ProxyAuthorisation }) {
  const [revoking, setRevoking] = useState(false);
  const live = proxy.state === 'pending' || proxy.state === 'approved' || proxy.state === 'returned';
  if (revoking) return <Revoke proxy={proxy} onBack={() => setRevoking(false)} />;
  return (
    <Page
      title={copy.oneTitle(proxy.proxyName)}
      step={proxy.state}
      action={live ? <TextButton onPress={() => setRevoking(true)}>{copy.revoke}</TextButton> : null}
    >
      {proxy.state === 'returned' || proxy.state === 'rejected' ? (
        <Notice kind="problem" title={proxyStateLabels[proxy.state]}>
          {copy.returned(proxy.returnReason ?? '')}
        </Notice>
      ) : null}
      <Facts
        facts={[
          ...factsOf(proxy),
          { name: copy.facts.phone, value: proxy.proxyPhoneMasked },
          { name: copy.facts.document, value: proxy.documentNumberMasked },
        ]}
      />
    </Page>
  );
}

function Revoke({ proxy, onBack }: { proxy: ProxyAuthorisation; onBack: () => void }) {
  const [reason, setReason] = useState<string | null>(null);
  const revoke = useRevokeProxy();
  const submit = () => reason && revoke.mutate({ id: proxy.id, reason }, { onSuccess: onBack });
  return (
    <Page
      title={copy.revokeTitle}
      step="revoke"
      onBack={onBack}
      action={
        <>
          <Button onPress={submit} disabled={!reason} busyWords={revoke.isPending && copy.revoking}>
            {reason ? copy.revokeSure : common.chooseFirst}
          </Button>
          <TextButton onPress={onBack}>{copy.revokeNot}</TextButton>
        </>
      }
    >
      <Para>{copy.revokeWords}</Para>
      <OptionList
        legend={copy.revokeReason}
        options={copy.revokeReasons.map((value) => ({ value, label: value }))}
        values={reason ? [reason] : []}
        onToggle={setReason}
      />
      <Trouble words={revoke.error && words(revoke.error)} />
    </Page>
  );
}

function Received({ proxy }: { proxy: ProxyAuthorisation }) {
  const { round, householdId } = proxy;
  const mayVote = proxy.state === 'approved' && round?.state === 'open';
  return (
    <Page
      title={copy.oneReceivedTitle(proxy.roomNo)}
      action={
        mayVote && round ? (
          <Button onPress={() => go(routes.ballot(round.id, householdId))}>{copy.voteFor(proxy.roomNo)}</Button>
        ) : null
      }
    >
      <Facts facts={[...factsOf(proxy), { name: copy.facts.givenBy, value: proxy.givenByName }]} />
    </Page>
  );
}
