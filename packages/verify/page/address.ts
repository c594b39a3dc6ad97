/** What the address of the page brings along. */
export interface Brought {
  /** Where the bundle is, on this very site; null when none is named. */
  bundle: URL | null;
  /** An address of somebody else's site was named. */
  isElsewhere: boolean;
  receipt: string;
  head: string;
}

/**
 * Reads `?bundle=/api/public/rounds/…/bundle#receipt=7K2M…&head=18:3f2a…`. Receipt and head stand behind the `#`, which
 * browsers keep to themselves: they are in no log.
 */
export function readAddress(here: URL): Brought {
  const named = here.searchParams.get('bundle');
  const behind = new URLSearchParams(here.hash.slice(1));
  const rest = { receipt: behind.get('receipt') ?? '', head: behind.get('head') ?? '' };
  if (named === null) return { bundle: null, isElsewhere: false, ...rest };
  const bundle = addressOf(named, here);
  const isOurs = bundle !== null && /^https?:$/.test(here.protocol) && bundle.origin === here.origin;
  return { bundle: isOurs ? bundle : null, isElsewhere: !isOurs, ...rest };
}

function addressOf(named: string, here: URL): URL | null {
  try {
    return new URL(named, here);
  } catch {
    return null;
  }
}
