import type { FastifyRequest } from 'fastify';
import { accessRefusals } from './access.refusals';

/**
 * The third wall against a foreign page that sends requests in our user's name, behind SameSite cookies and the header
 * only our scripts can set. Browsers that say where a request comes from (Sec-Fetch-Site, which no script can write)
 * must say it comes from here; older ones are known by Origin. What says neither is no browser page.
 * @param ownHost host of PUBLIC_URL, for a proxy that does not pass on the name it was called by
 * @throws cross_site (403)
 */
export function assertSameOrigin(request: FastifyRequest, ownHost: string | undefined): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin') throw accessRefusals.cross_site();
    return;
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  const host = hostOf(origin);
  // The same default port may be written in one and left out in the other.
  const here = host !== undefined && hostOf(`${new URL(origin).protocol}//${request.host}`);
  if (host === undefined || (host !== here && host !== ownHost)) throw accessRefusals.cross_site();
}

/** Host and port of an address, or undefined for `null` and whatever else is none. */
export function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}
