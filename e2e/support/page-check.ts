import { scratchSystem, type ScratchSystem } from '@jiati/tools/start';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, openBrowserOf, screens, type Screen } from './browser.ts';
import { allPages, LOOKERS, readDemoGuide, signInEveryone, type DemoGuide, type PageToCheck } from './demo.ts';
import { axeFindings, tooSmall, widerThanScreen } from './findings.ts';

type As = PageToCheck['as'];

/**
 * Every page of the product on the demo's data, at the largest text size: nothing wider than the screen, no finding of
 * axe, no button a finger could miss (工信部 适老化 norm: 60 × 60), no error on the console.
 */
export class PageCheck {
  private constructor(
    private readonly system: ScratchSystem,
    private readonly browser: Browser,
    readonly opened: Record<As, { context: BrowserContext; page: Page; problems: string[] }>,
    readonly guide: DemoGuide,
    private readonly pages: readonly PageToCheck[],
  ) {}

  static async begin(): Promise<PageCheck> {
    const system = await scratchSystem({ demo: true });
    const browser = await launchBrowser();
    const opened = {} as PageCheck['opened'];
    for (const as of LOOKERS)
      opened[as] = await openBrowserOf(browser, { screen: 'phone', baseURL: system.url, elder: true });
    const guide = await readDemoGuide(opened.anyone.context.request);
    const contexts = Object.fromEntries(LOOKERS.map((as) => [as, opened[as].context])) as Record<As, BrowserContext>;
    await signInEveryone(contexts, guide);
    return new PageCheck(system, browser, opened, guide, await allPages(contexts, guide));
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.system.stop();
  }

  /** What is wrong with any page on these screens. */
  async everyPage(...on: readonly Screen[]): Promise<string[]> {
    const findings: string[] = [];
    for (const { name, as, path } of this.pages) {
      findings.push(...(await this.look(as, path, ...on)).map((finding) => `${name}, ${finding}`));
    }
    return findings;
  }

  /** What is wrong with one page: opened on the first of these screens, turned or drawn to the others. */
  async look(as: As, path: string, ...on: readonly Screen[]): Promise<string[]> {
    const { page, problems } = this.opened[as];
    await page.setViewportSize(screens[on[0]!]);
    await page.goto(path);
    await page.locator('h1:visible').last().waitFor();
    expect(await page.locator('input[type=password]').count()).toBe(0);
    const findings: string[] = [];
    for (const screen of on) {
      await page.setViewportSize(screens[screen]);
      await page.evaluate(twoFrames);
      await page.waitForFunction(nothingLoads);
      const found = [
        ...(await widerThanScreen(page)),
        ...(path.startsWith('/office') ? [] : await tooSmall(page)),
        ...(await axeFindings(page)),
        ...problems.splice(0),
      ];
      findings.push(...found.map((finding) => `${screen}: ${finding}`));
    }
    return findings;
  }
}

/** In the page: until what follows from its size is drawn. */
const twoFrames = () => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));

/** In the page. */
const nothingLoads = () =>
  ![...document.querySelectorAll('.skeleton, [aria-busy=true], .ant-spin-spinning')].some((each) =>
    each.checkVisibility(),
  );
