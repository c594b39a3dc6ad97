import type { DocumentKind, MyHousehold } from '@/api/wire';
import type { Photo } from '@/platform/elements.types';
import { monthsLater, shanghaiDay } from '@/state/terms';

export type ProxyStep = 'home' | 'name' | 'phone' | 'scope' | 'term' | 'document' | 'letter' | 'check';

export interface ProxyDraft {
  householdId: string | null;
  proxyName: string;
  proxyPhone: string;
  /** For the running round only, or for every one within the term. */
  scope: 'round' | 'every' | null;
  validUntilOn: string | null;
  documentKind: DocumentKind;
  documentNumber: string;
  letter: Photo | null;
}

export const blankProxyDraft: ProxyDraft = {
  householdId: null,
  proxyName: '',
  proxyPhone: '',
  scope: null,
  validUntilOn: null,
  documentKind: 'identity_card',
  documentNumber: '',
  letter: null,
};

/** The screens one passes: the home is asked of who has several, the scope where a round is running. */
export function proxySteps(homes: readonly MyHousehold[], home: MyHousehold | undefined): ProxyStep[] {
  return [
    ...(homes.length > 1 ? (['home'] as const) : []),
    'name',
    'phone',
    ...(home?.round?.state === 'open' ? (['scope'] as const) : []),
    'term',
    'document',
    'letter',
    'check',
  ];
}

export interface Term {
  months: number | null;
  until: string;
}

/** Until when it may hold: to the end of the round it is for, or some months. */
export function terms(home: MyHousehold, scope: ProxyDraft['scope'], now: Date): Term[] {
  const today = shanghaiDay(now);
  const months = [1, 3, 6].map((count) => ({ months: count, until: monthsLater(today, count) }));
  const closesOn = scope === 'round' && home.round ? shanghaiDay(home.round.closesAt) : null;
  // For one round a term beyond its end is only a longer word for the same; a shorter one would fail the proxy.
  return closesOn ? [{ months: null, until: closesOn }, ...months.filter(({ until }) => until > closesOn)] : months;
}
