import Taro from '@tarojs/taro';

type Parameters = Record<string, string | undefined>;

function address(path: string, parameters: Parameters = {}): string {
  const query = Object.entries(parameters)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return query ? `${path}?${query}` : path;
}

/** Every page's address in one place. */
export const routes = {
  home: () => '/pages/home/index',
  stairwell: (code: string) => address('/pages/stairwell/index', { code }),
  faqs: (code?: string) => address('/pages/faq/index', { code }),
  faqAnswer: (id: string, code?: string) => address('/pages/faq-answer/index', { id, code }),
  openLetter: () => '/pages/open-letter/index',
  login: (next?: string) => address('/pages/login/index', { next }),
  bind: (code?: string) => address('/pages/bind/index', { code }),
  interest: (householdId: string) => address('/pages/interest/index', { householdId }),
  ballot: (roundId: string, householdId: string) => address('/pages/ballot/index', { roundId, householdId }),
  document: (roundId: string, householdId: string, part: DocumentPart) =>
    address('/pages/document/index', { roundId, householdId, part }),
  receipt: (roundId: string, householdId: string) => address('/pages/receipt/index', { roundId, householdId }),
  check: (code?: string) => address('/pages/check/index', { code }),
  consent: (roundId: string, householdId: string) => address('/pages/consent/index', { roundId, householdId }),
  me: () => '/pages/me/index',
  household: (householdId?: string) => address('/pages/household/index', { householdId }),
  proxies: () => '/pages/proxies/index',
  proxy: (id: string) => address('/pages/proxy/index', { id }),
  giveProxy: (householdId?: string) => address('/pages/give-proxy/index', { householdId }),
  helper: () => '/pages/helper/index',
  devices: () => '/pages/devices/index',
  reminders: () => '/pages/reminders/index',
  privacy: () => '/pages/privacy/index',
  purpose: (id: string) => address('/pages/purpose/index', { id }),
  myData: () => '/pages/my-data/index',
  erase: () => '/pages/erase/index',
  volunteerHome: () => '/volunteer/stairwells/index',
};

export type DocumentPart = 'scheme' | 'costTable' | 'agreement';

/**
 * The page where anybody checks a round's public bundle; it is no page of the app. What one has in hand stands behind the
 * `#`: browsers keep that to themselves.
 */
export function verifyPath(roundId: string, inHand: { head?: string; receipt?: string } = {}): string {
  const behind = Object.entries(inHand).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `/verify/?bundle=/api/public/rounds/${roundId}/bundle${behind.length > 0 ? `#${behind.join('&')}` : ''}`;
}

/** Opens a page above this one. */
export function go(url: string): void {
  void Taro.navigateTo({ url });
}

/** Opens a page in place of this one: there is no way back into a finished step. */
export function replace(url: string): void {
  void Taro.redirectTo({ url });
}

/** Back to the page before; to the first page when this one was opened from a link. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.reLaunch({ url: routes.home() });
}

/** Opens a page as if the app had just been started: no way back. */
export function restart(url: string): void {
  void Taro.reLaunch({ url });
}

/** The address of the page now shown, to come back to after logging in. */
export function hereUrl(): string | undefined {
  const instance = Taro.getCurrentInstance();
  const path = instance.router?.path.split('?')[0];
  const parameters = Object.fromEntries(
    Object.entries(instance.router?.params ?? {}).filter(([name]) => !name.startsWith('$') && name !== 'stamp'),
  );
  return path ? address(path.startsWith('/') ? path : `/${path}`, parameters) : undefined;
}
