import { scratchSystem, type ScratchSystem } from '@jiati/tools/start';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openBrowserOf, screens, type Screen } from './support/browser.ts';
import { allPages, LOOKERS, readDemoGuide, signInAs, signInEveryone, type PageToCheck } from './support/demo.ts';
import { axeFindings, tooSmall, widerThanScreen } from './support/findings.ts';

/**
 * Every page of the product on the demo's data, at the largest text size and on every screen: nothing wider than the
 * screen, no finding of axe, no button a finger could miss (工信部 适老化 norm: 60 × 60), no error on the console.
 */

let system: ScratchSystem;
let browser: Browser;
const opened = {} as Record<PageToCheck['as'], { context: BrowserContext; page: Page; problems: string[] }>;
let pages: PageToCheck[];

beforeAll(async () => {
  system = await scratchSystem({ demo: true });
  browser = await launchBrowser();
  for (const as of LOOKERS)
    opened[as] = await openBrowserOf(browser, { screen: 'phone', baseURL: system.url, elder: true });
  const guide = await readDemoGuide(opened.anyone.context.request);
  const contexts = Object.fromEntries(LOOKERS.map((as) => [as, opened[as].context]));
  const browsers = contexts as Record<PageToCheck['as'], BrowserContext>;
  await signInEveryone(browsers, guide);
  pages = await allPages(browsers, guide);
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test.each(Object.keys(screens) as Screen[])('Every page is whole, legible and reachable on a %s', async (screen) => {
  const findings: string[] = [];
  for (const { name, as, path } of pages) {
    findings.push(...(await look(as, path, screen)).map((finding) => `${name}: ${finding}`));
  }
  expect(findings).toEqual([]);
});

test('The pads of a volunteer who has to set a PIN, and to type it, are so too', async () => {
  const guide = await readDemoGuide(opened.anyone.context.request);
  const [, other] = guide.people.filter((person) => person.role === 'volunteer');
  await signInAs(opened.volunteer.context, { ...other!, devicePin: undefined });
  const findings: string[] = [];
  for (const screen of Object.keys(screens) as Screen[]) {
    findings.push(...(await look('volunteer', '/volunteer/stairwells/index', screen)));
    expect(await opened.volunteer.page.locator('h1:visible').innerText()).toBe('给这台设备设一个开锁码');
  }
  const { request } = opened.volunteer.context;
  const headers = { 'x-jiati-client': 'h5' };
  await request.put('/api/session/device-pin', { headers, data: { pin: other!.devicePin } });
  await request.post('/api/session/lock', { headers });
  for (const screen of Object.keys(screens) as Screen[]) {
    findings.push(...(await look('volunteer', '/volunteer/stairwells/index', screen)));
    expect(await opened.volunteer.page.locator('h1:visible').innerText()).toBe('锁住了，请输入开锁码');
  }
  expect(findings).toEqual([]);
});

/** What is wrong with one page on one screen. */
async function look(as: PageToCheck['as'], path: string, screen: Screen): Promise<string[]> {
  const { page, problems } = opened[as];
  await page.setViewportSize(screens[screen]);
  await page.goto(path);
  await page.locator('h1:visible').last().waitFor();
  expect(await page.locator('input[type=password]').count()).toBe(0);
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('.skeleton, [aria-busy=true], .ant-spin-spinning')].some((each) =>
        each.checkVisibility(),
      ),
  );
  return [
    ...(await widerThanScreen(page)),
    ...(path.startsWith('/office') ? [] : await tooSmall(page)),
    ...(await axeFindings(page)),
    ...problems.splice(0),
  ];
}
