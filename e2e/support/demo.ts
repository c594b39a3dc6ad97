import type { APIRequestContext, BrowserContext } from 'playwright-core';

/** The demo's guide, as `GET /api/demo` answers it. */
export interface DemoGuide {
  people: {
    role: string;
    username?: string;
    password?: string;
    phone?: string;
    totpCode?: string;
    devicePin?: string;
  }[];
  stairwells: { code: string; label: string }[];
  slips: { code: string; roomNo: string; pin: string }[];
  phoneCodes: { phone: string; code: string }[];
}

export const readDemoGuide = async (request: APIRequestContext): Promise<DemoGuide> =>
  (await request.get('/api/demo')).json() as Promise<DemoGuide>;

/** Somebody of the demo, signed in in this browser without going through the pages. */
export async function signInAs(context: BrowserContext, person: DemoGuide['people'][number]): Promise<void> {
  const headers = { 'x-jiati-client': person.username ? 'office' : 'h5' };
  const send = async (method: 'POST' | 'PUT', path: string, data: object) => {
    const answer = await context.request.fetch(path, { method, headers, data });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  };
  if (person.username) {
    await send('POST', '/api/session/password', { username: person.username, password: person.password });
    // Read just before it is used: it changes every half minute.
    const now = (await readDemoGuide(context.request)).people.find((each) => each.username === person.username);
    return send('POST', '/api/session/totp', { code: now?.totpCode });
  }
  const { phone } = person;
  await send('POST', '/api/session/codes', { phone });
  const sent = (await readDemoGuide(context.request)).phoneCodes.find((each) => each.phone === phone);
  await send('POST', '/api/session/phone', { phone, code: sent?.code });
  if (person.devicePin) await send('PUT', '/api/session/device-pin', { pin: person.devicePin });
}

/** Those whose pages there are; everyone but `anyone` signs in. */
export const LOOKERS = ['anyone', 'resident', 'volunteer', 'officer', 'committee', 'operator'] as const;

/** Signs everyone in, each in a browser of their own. */
export async function signInEveryone(browsers: Record<PageToCheck['as'], BrowserContext>, guide: DemoGuide) {
  const first = (role: string, at = 0) => guide.people.filter((person) => person.role === role)[at]!;
  for (const as of LOOKERS) {
    // The first resident is not bound yet.
    if (as !== 'anyone') await signInAs(browsers[as], first(as, as === 'resident' ? 1 : 0));
  }
}

/** Every page with an address in the demo's data: who looks at it, and where it is. */
export interface PageToCheck {
  name: string;
  as: (typeof LOOKERS)[number];
  path: string;
}

interface PublicStairwell {
  stage: string;
  round: { state: string; decision: { verdict: string } | null } | null;
}

/** The addresses of all pages, for the demo that is running. */
export async function allPages(
  browsers: Record<PageToCheck['as'], BrowserContext>,
  guide: DemoGuide,
): Promise<PageToCheck[]> {
  const read = async <T>(as: PageToCheck['as'], path: string) =>
    (await (await browsers[as].request.get(path)).json()) as T;
  const [home] = await read<{ householdId: string; stairwellCode: string; round: { id: string } | null }[]>(
    'resident',
    '/api/my/households',
  );
  const ballot = `roundId=${home?.round?.id}&householdId=${home?.householdId}`;
  const assigned = await read<{ id: string; round: { state: string } | null }[]>(
    'volunteer',
    '/api/volunteer/stairwells',
  );
  const stairwell = assigned.find((each) => each.round?.state === 'open');
  const [estate] = (await read<{ estates: { id: string }[] }>('officer', '/api/estates')).estates;
  const [inOffice] = await read<{ id: string }[]>('officer', `/api/estates/${estate?.id}/stairwells`);
  const [round] = (await read<{ rounds: { id: string }[] }>('officer', '/api/rounds?state=announced')).rounds;
  const [open] = (await read<{ rounds: { id: string }[] }>('officer', '/api/rounds?state=open')).rounds;
  const [found] = (await read<{ cases: { id: string }[] }>('officer', '/api/cases?state=open')).cases;
  const [review] = (await read<{ reviews: { id: string }[] }>('officer', '/api/reviews?state=waiting')).reviews;
  const [door] = await read<{ householdId: string }[]>('officer', `/api/stairwells/${inOffice?.id}/households`);
  const [faq] = await read<{ id: string }[]>('anyone', '/api/content/faqs');
  const oneOfEachState = new Map<string, string>();
  for (const { code } of guide.stairwells) {
    const { round, stage } = await read<PublicStairwell>('anyone', `/api/public/stairwells/${code}`);
    const state = [round?.state ?? stage, round?.decision?.verdict].filter(Boolean).join('-');
    if (!oneOfEachState.has(state)) oneOfEachState.set(state, code);
  }
  const page = (as: PageToCheck['as'], name: string, path: string): PageToCheck => ({ as, name, path });
  return [
    page('anyone', 'home', '/'),
    ...[...oneOfEachState].map(([state, code]) => page('anyone', `stairwell-${state}`, `/s/${code}`)),
    page('anyone', 'faq', '/faq'),
    page('anyone', 'faq-answer', `/faq/answer?id=${faq?.id}`),
    page('anyone', 'letter', '/letter'),
    page('anyone', 'login', '/login'),
    page('anyone', 'bind', `/bind?code=${home?.stairwellCode}`),
    page('anyone', 'check', '/check'),
    page('anyone', 'privacy', '/privacy'),
    page('anyone', 'verify', '/verify/'),
    page('resident', 'me', '/me'),
    page('resident', 'household', `/household?householdId=${home?.householdId}`),
    page('resident', 'proxies', '/proxies'),
    page('resident', 'give-proxy', `/proxies/give?householdId=${home?.householdId}`),
    page('resident', 'helper', '/helper'),
    page('resident', 'devices', '/devices'),
    page('resident', 'reminders', '/reminders'),
    page('resident', 'my-privacy', '/privacy'),
    page('resident', 'purpose', '/privacy/purpose?id=household'),
    page('resident', 'purpose-to-agree', '/privacy/purpose?id=interest'),
    page('resident', 'my-data', '/privacy/my-data'),
    page('resident', 'erase', '/privacy/erase'),
    page('resident', 'interest', `/interest?householdId=${home?.householdId}`),
    page('resident', 'ballot', `/ballot?${ballot}`),
    page('resident', 'document-scheme', `/ballot/document?${ballot}&part=scheme`),
    page('resident', 'document-cost-table', `/ballot/document?${ballot}&part=costTable`),
    page('resident', 'receipt', `/receipt?${ballot}`),
    page('resident', 'consent', `/consent?${ballot}`),
    page('volunteer', 'volunteer-stairwells', '/volunteer/stairwells/index'),
    page('volunteer', 'volunteer-doors', `/volunteer/doors/index?stairwellId=${stairwell?.id}`),
    page('volunteer', 'volunteer-ledger', '/volunteer/ledger/index'),
    page('officer', 'office-today', '/office/today'),
    page('officer', 'office-roll', '/office/roll'),
    page('officer', 'office-import', '/office/roll/import'),
    page('officer', 'office-estate', `/office/roll/${estate?.id}`),
    page('officer', 'office-stairwell', `/office/roll/${estate?.id}/${inOffice?.id}`),
    page('officer', 'office-posters', `/office/roll/${estate?.id}/posters`),
    page('officer', 'office-rounds', '/office/rounds'),
    page('officer', 'office-round-new', '/office/rounds/new'),
    page('officer', 'office-round', `/office/rounds/${round?.id}`),
    page('officer', 'office-count-sheet', `/office/rounds/${round?.id}/count-sheet`),
    page('officer', 'office-reminders', `/office/rounds/${open?.id}/reminders`),
    page('officer', 'office-reviews', '/office/reviews'),
    page('officer', 'office-review', `/office/reviews/${review?.id}`),
    page('officer', 'office-cases', '/office/cases'),
    page('officer', 'office-case', `/office/cases/${found?.id}`),
    page('officer', 'office-bindings', '/office/bindings'),
    page('officer', 'office-household', `/office/households/${door?.householdId}`),
    page('officer', 'office-disputes', '/office/disputes'),
    page('officer', 'office-projects', '/office/projects'),
    page('officer', 'office-people', '/office/people'),
    page('officer', 'office-audit', '/office/audit'),
    page('officer', 'office-account', '/office/account'),
    page('officer', 'office-authenticator', '/office/account/authenticator'),
    page('committee', 'office-committee-projects', '/office/projects'),
    page('committee', 'office-committee-round', `/office/rounds/${round?.id}`),
    page('operator', 'office-operator-people', '/office/people'),
    page('operator', 'office-operator-audit', '/office/audit'),
    page('operator', 'office-not-for-operators', '/office/roll'),
  ];
}
