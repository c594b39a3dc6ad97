import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scratchSystem } from '@jiati/tools/start';
import type { BrowserContext } from 'playwright-core';
import { launchBrowser, openBrowserOf, type Screen } from './support/browser.ts';
import { allPages, LOOKERS, readDemoGuide, signInEveryone, type PageToCheck } from './support/demo.ts';

/**
 * The pictures of the README, or of every page: `screenshots.ts <folder> [--every]`. Taken on the demo's data, so they
 * show what `npm start` shows.
 */
const [folder = 'docs/images', every] = process.argv.slice(2);

/** The README's pictures: which page, on which screen, under which name. */
const forReadme: Record<string, { screen: Screen; as: string; file: string; from?: string }> = {
  'stairwell-open': { screen: 'phone', as: 'anyone', file: 'resident-stairwell' },
  ballot: { screen: 'phone', as: 'resident', file: 'resident-ballot', from: '您家的意见' },
  receipt: { screen: 'phone', as: 'resident', file: 'resident-receipt' },
  'volunteer-doors': { screen: 'tablet', as: 'volunteer', file: 'volunteer-doors' },
  'office-count-sheet': { screen: 'desktop', as: 'officer', file: 'office-count-sheet', from: '征询时间' },
};

/** Every page as people see it: residents small and large, dark and light; volunteers on a tablet; officers at a desk. */
const looks: { screen: Screen; elder?: boolean; dark?: boolean; people: PageToCheck['as'][] }[] = [
  { screen: 'phone', people: ['anyone', 'resident'] },
  { screen: 'phone', elder: true, people: ['anyone', 'resident'] },
  { screen: 'phone', dark: true, people: ['anyone', 'resident'] },
  { screen: 'tablet', people: ['volunteer'] },
  { screen: 'desktop', people: ['officer', 'committee', 'operator'] },
];

const system = await scratchSystem({ demo: true });
const browser = await launchBrowser();
try {
  mkdirSync(folder, { recursive: true });
  const signedIn = {} as Record<PageToCheck['as'], BrowserContext>;
  for (const as of LOOKERS) {
    signedIn[as] = (await openBrowserOf(browser, { screen: 'desktop', baseURL: system.url })).context;
  }
  const guide = await readDemoGuide(signedIn.anyone.request);
  await signInEveryone(signedIn, guide);
  const pages = await allPages(signedIn, guide);

  for (const look of every === '--every' ? looks : [{ ...looks[0]!, people: [] }]) {
    for (const { name, as, path } of pages.filter((page) => look.people.includes(page.as))) {
      await shoot(
        as,
        path,
        look,
        join(folder, [name, look.screen, look.elder && 'elder', look.dark && 'dark'].filter(Boolean).join('-')),
        true,
      );
    }
  }
  if (every !== '--every') {
    for (const { name, as, path } of pages) {
      const wanted = forReadme[name];
      if (wanted) await shoot(as, path, wanted, join(folder, wanted.file), false);
    }
  }

  async function shoot(
    as: PageToCheck['as'],
    path: string,
    look: { screen: Screen; elder?: boolean; dark?: boolean; from?: string },
    file: string,
    whole: boolean,
  ): Promise<void> {
    const { context, page } = await openBrowserOf(browser, { ...look, baseURL: system.url });
    await context.addCookies(await signedIn[as].cookies());
    await page.goto(path);
    await page.locator('h1:visible').last().waitFor();
    await page.waitForLoadState('networkidle');
    // A page that is longer than its picture is shown from here on.
    if (look.from) await page.getByText(look.from).evaluate((place) => place.scrollIntoView());
    await page.screenshot({ path: `${file}.png`, fullPage: whole, scale: 'css' });
    await context.close();
  }
} finally {
  await browser.close();
  await system.stop();
}
