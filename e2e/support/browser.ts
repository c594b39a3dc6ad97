import { findChromium } from '@jiati/tools/start';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** The screens the product is held to, in CSS pixels. */
export const screens = {
  phone: { width: 375, height: 812 },
  smallPhone: { width: 320, height: 640 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1366, height: 768 },
} as const;

export type Screen = keyof typeof screens;

/** Chromium without anything that would call outside. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Somebody's own browser: cookies and storage are theirs alone. */
export async function openBrowserOf(
  browser: Browser,
  {
    screen,
    baseURL,
    elder = false,
    dark = false,
  }: { screen: Screen; baseURL: string; elder?: boolean; dark?: boolean },
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const touch = screen !== 'desktop';
  const context = await browser.newContext({
    baseURL,
    viewport: screens[screen],
    hasTouch: touch,
    isMobile: touch,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
  });
  context.setDefaultTimeout(15_000);
  // As an earlier visit left it: the size was asked, and the console was signed in to.
  await context.addInitScript(
    (size) => {
      localStorage.setItem('jiati.textSize', size);
      localStorage.setItem('jiati-office-signed-in', 'yes');
    },
    elder ? 'elder' : 'normal',
  );
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
      problems.push(`${page.url()}: ${message.text()}`);
    }
  });
  return { context, page, problems };
}
