/** What is written down. That an authorisation is over follows from its last day and is written nowhere. */
export type StoredProxyState = 'pending' | 'approved' | 'returned' | 'rejected' | 'revoked';

export const PROXY_STATES = ['pending', 'approved', 'returned', 'rejected', 'revoked', 'expired'] as const;
export type ProxyState = (typeof PROXY_STATES)[number];

/** Who took an authorisation back: the owner's side, the office with a reason, or the household changing hands. */
export const REVOKE_CAUSES = ['owner', 'office', 'title_transfer'] as const;
export type RevokeCause = (typeof REVOKE_CAUSES)[number];

/** How an authorisation stands on a day in Shanghai (YYYY-MM-DD); it still holds on its last day. */
export function proxyStateOn(
  today: string,
  authorisation: { state: StoredProxyState; validUntilOn: string },
): ProxyState {
  const isOver = authorisation.state === 'approved' && authorisation.validUntilOn < today;
  return isOver ? 'expired' : authorisation.state;
}
