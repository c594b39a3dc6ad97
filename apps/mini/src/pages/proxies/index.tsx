import { formatPlace, formatRoom } from '@jiati/contracts';
import { useMyHouseholds } from '@/api/households';
import { useMyProxies } from '@/api/proxies';
import type { ProxyAuthorisation } from '@/api/wire';
import { Button, Page, Para, Row, Rows, SectionTitle } from '@/components/kit';
import { Loaded } from '@/components/loaded';
import { SignedIn } from '@/components/signed-in';
import { proxyCopy as copy, proxyHint, proxyStateLabels } from '@/copy/proxy';
import { go, routes } from '@/routes';

/** Whom I have asked to cast my ballot, and who has asked me. */
export default function ProxiesPage() {
  return <SignedIn title={copy.title}>{() => <Proxies />}</SignedIn>;
}

function Proxies() {
  const proxies = useMyProxies();
  const homes = useMyHouseholds(true);
  const mayGive = homes.data?.some(
    ({ bindingState, relation }) => bindingState === 'approved' && (relation === 'owner' || relation === 'co_owner'),
  );
  return (
    <Page
      title={copy.title}
      action={mayGive ? <Button onPress={() => go(routes.giveProxy())}>{copy.give}</Button> : null}
    >
      <Para>{copy.intro}</Para>
      <Loaded query={proxies}>
        {({ given, received }) => (
          <>
            <SectionTitle>{copy.givenTitle}</SectionTitle>
            {given.length === 0 ? <Para>{copy.noneGiven}</Para> : null}
            <ProxyRows proxies={given} label={copy.givenTitle} nameOf={(proxy) => proxy.proxyName} />
            <SectionTitle>{copy.receivedTitle}</SectionTitle>
            {received.length === 0 ? <Para>{copy.noneReceived}</Para> : null}
            <ProxyRows
              proxies={received}
              label={copy.receivedTitle}
              nameOf={(proxy) =>
                formatPlace(copy.entrusted, proxy.buildingName, proxy.stairwellName, formatRoom(proxy.roomNo))
              }
            />
          </>
        )}
      </Loaded>
      {homes.data && !mayGive ? <Para small>{copy.onlyOwners}</Para> : null}
    </Page>
  );
}

interface ProxyRowsProps {
  proxies: readonly ProxyAuthorisation[];
  label: string;
  nameOf: (proxy: ProxyAuthorisation) => string;
}

function ProxyRows({ proxies, label, nameOf }: ProxyRowsProps) {
  if (proxies.length === 0) return null;
  return (
    <Rows label={label}>
      {proxies.map((proxy) => (
        <Row
          key={proxy.id}
          label={nameOf(proxy)}
          hint={proxyHint(proxy)}
          value={proxyStateLabels[proxy.state]}
          onPress={() => go(routes.proxy(proxy.id))}
        />
      ))}
    </Rows>
  );
}
