import { scratchSystem, type ScratchSystem } from '@jiati/tools/start';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openBrowserOf } from '../support/browser.ts';
import { BARE, COMMAND, NAME, SHORT } from './markup.ts';
import { plantedRoll, Planting, type Planted } from './planting.ts';
import { allFreeTexts, Someone } from './someone.ts';

/**
 * Markup, scripts, templates and formulas in every text field of the API; then every page that shows them, in a real
 * browser: nothing runs, nothing is made of it, it stands there as it was typed.
 */

/** Fields of any text that are compared with what is there and never kept. */
const NEVER_KEPT = [
  'chooseMyReminders textVersion',
  'createBinding roomNo',
  'createBinding stairwellCode',
  'draftRound rulesetId',
  'giveConsent purpose',
  'giveConsent textVersion',
  'previewRollImport neighbourhood', // must be the officer's own
  'previewRollImport town',
  'reviseRound rulesetId',
  'signInByPassword username',
  'signInBySlip roomNo',
  'signInBySlip stairwellCode',
  'unmaskTenantPhone reason', // tenants of the roll have no telephone
];

/** What could only come from a stored text that was taken for markup. */
const MADE_OF_TEXT = [
  ...['img[src="x"]', '[onerror]', '[onload]', 'script:not([src])', 'iframe', 'object', 'embed', 'base', 'svg[onload]'],
  ...['meta[http-equiv="refresh" i]', 'a[href^="javascript:" i]', 'form[action]'],
].join();
const SHOWN = ['onerror=ran()>', BARE, COMMAND];

let system: ScratchSystem;
let browser: Browser;
let planted: Planted;
beforeAll(async () => {
  [system, browser] = await Promise.all([scratchSystem({ demo: true }), launchBrowser()]);
  planted = await Planting.everywhere(system.url);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** Somebody's real browser, with the session they planted in, and whatever goes wrong in it. */
async function watched(who: Someone | null, client: 'h5' | 'office' = who?.client ?? 'h5') {
  const { context, page, problems } = await openBrowserOf(browser, {
    screen: client === 'office' ? 'desktop' : 'phone',
    baseURL: system.url,
  });
  if (who) await context.addCookies([who.sessionCookie]);
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== system.url && /^http/.test(request.url()))
      problems.push(`asks ${request.url()}`);
  });
  await context.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { ran: () => seen.push('a script ran'), seen });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      seen.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  return { context, page, problems };
}

async function settled(page: Page): Promise<void> {
  await page.locator('h1:visible').last().waitFor();
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('.skeleton, [aria-busy=true], .ant-spin-spinning')].some((each) =>
        each.checkVisibility(),
      ),
  );
}

/** Until something planted is there to be seen; a page that shows nothing of it is found by `look`. */
async function untilShown(page: Page): Promise<void> {
  await page
    .waitForFunction((shown) => shown.some((each) => document.body.innerText.includes(each)), SHOWN)
    .catch(() => undefined);
}

/** What happened on the page now open, and whether it shows any of what was planted. */
async function look(page: Page): Promise<{ wrong: string[]; shows: boolean }> {
  return page.evaluate(
    ([made, shown]) => ({
      wrong: [
        ...(window as unknown as { seen: string[] }).seen,
        ...[...document.querySelectorAll(made as string)].map((each) => `made of text: ${each.outerHTML.slice(0, 80)}`),
      ],
      shows: (shown as string[]).some((each) => document.body.innerText.includes(each)),
    }),
    [MADE_OF_TEXT, SHOWN] as const,
  );
}

/** What is wrong with the page now open, and that it shows nothing planted when that is what it is looked at for. */
async function findingsOn(page: Page, path: string, problems: string[]): Promise<string[]> {
  await untilShown(page);
  const { wrong, shows } = await look(page);
  return [...wrong, ...problems.splice(0), ...(shows ? [] : ['shows nothing planted'])].map(
    (each) => `${path}: ${each}`,
  );
}

/** Looks at these pages one after the other. @returns what is wrong with them */
async function visit(who: Someone | null, paths: string[]): Promise<string[]> {
  const { page, problems, context } = await watched(who);
  const findings: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    if (!path.startsWith('/api')) await settled(page);
    findings.push(...(await findingsOn(page, path, problems)));
  }
  await context.close();
  return findings;
}

/** Reads the sheet again, which shows what would change and the row that is refused. */
async function readsSheet(officer: Someone): Promise<string[]> {
  const { page, problems, context } = await watched(officer);
  await page.goto('/office/roll/import');
  const sheet = { name: `${SHORT}.xlsx`, mimeType: 'application/octet-stream', buffer: plantedRoll() };
  await page.getByLabel('名册文件').setInputFiles(sheet);
  await page.getByLabel('小区名称').fill(NAME);
  await page.getByLabel('街镇').fill('莘园镇');
  await page.getByLabel('居民区').fill('春晓居民区');
  await page.getByRole('button', { name: '读取并核对' }).click();
  await page.getByText(/^读出 \d+ 个门洞/).waitFor();
  const findings = await findingsOn(page, 'the sheet that was read', problems);
  await context.close();
  return findings;
}

test('Every text field of the API has something planted in it, or is never kept', () => {
  expect(
    allFreeTexts()
      .filter((field) => !Someone.planted.has(field))
      .sort(),
  ).toEqual(NEVER_KEPT);
});

test('Every page shows what was planted as the text it is', async () => {
  const { code, roundId, voidedRoundId, estateId, stairwellId, households, proxyId, caseId, people } = planted;
  const householdId = households['101']!;
  const ballot = `roundId=${roundId}&householdId=${householdId}`;
  const office = [
    ...['today', 'roll', `roll/${estateId}`, `roll/${estateId}/${stairwellId}`, `roll/${estateId}/posters`],
    ...['101', '302', '401', '402', '501'].map((roomNo) => `households/${households[roomNo]}`),
    ...['rounds', `rounds/${roundId}`, `rounds/${voidedRoundId}`],
    ...['count-sheet', 'reminders'].map((page) => `rounds/${roundId}/${page}`),
    ...['reviews', ...planted.reviewIds.map((id) => `reviews/${id}`), 'cases', `cases/${caseId}`],
    ...['bindings', 'disputes', 'people', 'account', 'audit'],
  ].map((path) => `/office/${path}`);
  const findings = await Promise.all([
    visit(null, [`/s/${code}`, `/verify/?bundle=/api/public/rounds/${roundId}/bundle`]),
    visit(null, [`/api/public/stairwells/${code}`, `/api/public/rounds/${roundId}/bundle`]),
    visit(people.owner, [
      ...['/me', `/s/${code}`, `/household?householdId=${householdId}`, '/proxies', `/proxies/one?id=${proxyId}`],
      ...[`/interest?householdId=${householdId}`, `/ballot?${ballot}`, `/receipt?${ballot}`, `/consent?${ballot}`],
      ...['scheme', 'costTable', 'agreement'].map((part) => `/ballot/document?${ballot}&part=${part}`),
      ...['/helper', '/devices', '/privacy', '/privacy/my-data', '/api/my/households'],
    ]),
    visit(people.volunteer, ['/volunteer/stairwells/index', `/volunteer/doors/index?stairwellId=${stairwellId}`]),
    visit(people.wang, office),
    readsSheet(people.wang),
    visit(people.operator, ['/office/people', '/office/audit']),
    visit(people.street, ['/office/projects']),
  ]);
  expect(findings.flat()).toEqual([]);
});

test('A text that is taken for markup is noticed', async () => {
  const { page, context } = await watched(null);
  await page.goto(`/s/${planted.code}`);
  await settled(page);
  await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), SHORT);
  await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length > 0);
  expect((await look(page)).wrong).toEqual([
    expect.stringContaining('script-src'),
    expect.stringContaining('made of text: <img'),
  ]);
  await context.close();
});

test('The audit log as a table starts no program in a spreadsheet', async () => {
  const { page, context } = await watched(planted.people.auditor);
  await page.goto('/office/audit');
  await settled(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^导出/ }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!);
  expect(cells.length).toBeGreaterThan(100);
  expect(cells.filter((cell) => /^[\s\uFEFF]*[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells).toContain(`'${NAME.replaceAll('"', '""')}`); // the estate's name
  await context.close();
});

test('What somebody takes home about themselves is a file and no page', async () => {
  const { context } = await watched(planted.people.owner);
  const answer = await downloadOf(context, '/api/my/data');
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
  expect(answer.headers['content-disposition']).toMatch(/^attachment/);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.text).toContain(JSON.stringify(SHORT).slice(1, -1));
  await context.close();
});

async function downloadOf(context: BrowserContext, path: string) {
  const answer = await context.request.get(path, { headers: { 'x-jiati-client': 'h5' } });
  return { headers: answer.headers(), text: await answer.text() };
}
