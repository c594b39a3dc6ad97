import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** 工信部 适老化 norm: 60 × 60 CSS pixels. */
const LEAST_TARGET = 60;

/** Whether one has to scroll sideways. */
export async function widerThanScreen(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`${over} px wider than the screen`] : [];
}

/** Buttons and links that stand by themselves; a link inside a sentence follows the sentence. */
export async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>(
        'main button, main a, main label:has(input[type=radio], input[type=checkbox])',
      ),
    ];
    return targets
      .filter((target) => target.checkVisibility() && !target.closest('p'))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < least - 0.5 || box.width < least - 0.5))
      .map(
        ({ target, box }) => `${Math.round(box.width)}×${Math.round(box.height)} “${target.innerText.slice(0, 20)}”`,
      );
  }, LEAST_TARGET);
}

/** What axe finds, with up to three places each. No page has a frame of another site, so the results need no page of their own. */
export async function axeFindings(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id} ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}
