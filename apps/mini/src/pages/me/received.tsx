import { formatPlace, formatRoom } from '@jiati/contracts';
import { useMyProxies } from '@/api/proxies';
import type { ProxyAuthorisation } from '@/api/wire';
import { Row, Rows, SectionTitle } from '@/components/kit';
import { proxyCopy as copy, proxyHint } from '@/copy/proxy';
import { go, routes } from '@/routes';

/** Households whose ballot somebody has put into my hands. */
export function Received() {
  const proxies = useMyProxies();
  const live = proxies.data?.received.filter(({ state }) => state === 'approved') ?? [];
  if (live.length === 0) return null;
  return (
    <>
      <SectionTitle>{copy.receivedTitle}</SectionTitle>
      {live.map((proxy) => (
        <Household key={proxy.id} proxy={proxy} />
      ))}
    </>
  );
}

function Household({ proxy }: { proxy: ProxyAuthorisation }) {
  const { round, householdId, roomNo } = proxy;
  const place = formatPlace(copy.entrusted, formatRoom(roomNo), proxy.buildingName, proxy.stairwellName);
  return (
    <Rows label={place}>
      <Row label={place} hint={proxyHint(proxy)} onPress={() => go(routes.proxy(proxy.id))} />
      {round?.state === 'open' ? (
        <Row label={copy.voteFor(roomNo)} onPress={() => go(routes.ballot(round.id, householdId))} />
      ) : null}
    </Rows>
  );
}
