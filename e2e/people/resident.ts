import type { Page } from 'playwright-core';
import { readQr } from '../support/qr.ts';

export type ChoiceWord = '同意' | '不同意' | '弃权';

/** A resident with a phone: from the poster to the signed form, by what the screens say. */
export class Resident {
  constructor(private readonly page: Page) {}

  /** @returns what the stairwell's page says, without logging in */
  async scansPoster(stairwellCode: string): Promise<string> {
    await this.page.goto(`/s/${stairwellCode}`);
    await this.visible('大家常问的').waitFor();
    return this.reads();
  }

  async signsInByPhone(phone: string, codeSentTo: (phone: string) => Promise<string>): Promise<void> {
    const { page } = this;
    await page.goto('/login');
    await page.getByLabel('手机号').fill(phone);
    await this.taps('发送验证码');
    await page.getByLabel('6位验证码').waitFor();
    await page.getByLabel('6位验证码').fill(await codeSentTo(phone));
    await this.taps('登录');
    await page.waitForURL('**/me');
  }

  /** From the stairwell's page, which offers it while the own door has not answered; comes back to that page. */
  async asksToBeReminded(): Promise<void> {
    await this.taps('快截止时提醒我');
    await this.visible('还没有选，所以不会提醒您').waitFor();
    await this.chooses(/^发短信/);
    await this.visible('记下了：快截止时给您发短信').waitFor();
    await this.taps('.*返回');
  }

  /** On the stairwell's page; whoever is signed in already is not asked to vote before being bound. */
  async bindsWithSlip(roomNo: string, pin: string): Promise<void> {
    const { page } = this;
    await this.taps('(我要表决|绑定我家)');
    await this.taps('用纸条上的密码');
    await page.getByLabel('室号').fill(roomNo);
    await this.taps('下一步');
    await page.getByLabel('6位密码').fill(pin);
    await this.taps('下一步');
    await this.chooses(/^我是产权人/);
    await this.taps('下一步');
    await page.getByLabel('姓名').fill('住户');
    await page.getByRole('button', { name: '绑定我家' }).locator('visible=true').last().tap();
    await this.visible('绑定好了').waitFor();
  }

  /** Says whose hand is on the phone; from now on every page says it too. */
  async isHelpedBy(name: string, relation: string): Promise<void> {
    const here = this.page.url();
    await this.page.goto('/helper');
    await this.chooses(new RegExp(`^${relation}`));
    await this.taps('下一步');
    await this.page.getByLabel('姓名').locator('visible=true').fill(name);
    await this.taps('开始代操作');
    await this.visible(`正在帮您操作：${name}`).waitFor();
    await this.page.goto(here);
    await this.visible(`正在帮您操作：${name}`).waitFor();
  }

  /** Ends it on the strip above the page. */
  async needsNoMoreHelp(): Promise<void> {
    await this.taps('结束代操作');
    await this.visible('正在帮您操作').waitFor({ state: 'hidden' });
  }

  /** @returns what my household's page says */
  async looksAtHousehold(): Promise<string> {
    await this.page.goto('/household');
    await this.visible('谁绑定了这套房子').waitFor();
    await this.visible('（我）').waitFor();
    return this.reads();
  }

  /** Reads, chooses, sees it repeated, hands it in. @returns the code on the receipt */
  async votes(choice: ChoiceWord): Promise<string> {
    await this.taps('我要表决');
    return this.fillsBallot(choice);
  }

  async changesTo(choice: ChoiceWord): Promise<string> {
    await this.taps('我要改票');
    return this.fillsBallot(choice);
  }

  async signsConsentWithFinger(): Promise<void> {
    await this.taps('下一步：签同意书');
    const box = this.page.locator('canvas:visible');
    await box.scrollIntoViewIfNeeded();
    await signsIn(this.page);
    await this.taps('提交同意书');
    await this.visible('同意书签好了').waitFor();
  }

  /** Holds the receipt on the screen out to another telephone. @returns where its code leads */
  async showsReceipt(): Promise<string> {
    return readQr(this.page.getByRole('img', { name: '二维码：扫一扫可以核对这张回执' }).locator('visible=true'));
  }

  /** @returns what the public check says of a receipt that was scanned */
  async scansReceipt(address: string): Promise<string> {
    await this.page.goto(address);
    await this.visible('核对另一张').waitFor();
    return this.reads();
  }

  /** @returns what the public check says of a receipt whose code was read out */
  async checksReceipt(code: string): Promise<string> {
    await this.page.goto('/check');
    await this.page.getByLabel('回执编号').locator('visible=true').fill(code);
    await this.taps('核对回执');
    await this.visible('核对另一张').waitFor();
    return this.reads();
  }

  /** @returns what the page for checking says to whoever scanned the chain's code on a paper */
  async scansHead(address: string): Promise<string> {
    await this.page.goto(address);
    await this.page.getByRole('heading', { name: '核对结果' }).waitFor();
    return this.page.locator('#result').innerText();
  }

  /** Leaves nothing of oneself on the device. */
  async signsOut(): Promise<void> {
    await this.page.goto('/me');
    await this.taps('退出登录');
    await this.page.waitForURL(/\/(home)?$/);
  }

  /** What stands on the page in front. */
  async reads(): Promise<string> {
    return this.page.locator('main:visible').last().innerText();
  }

  private async fillsBallot(choice: ChoiceWord): Promise<string> {
    await this.visible('您家的意见').waitFor();
    await this.chooses(new RegExp(`^\\W*${choice}$`));
    await this.taps('提交表决票');
    await this.visible('回执编号').waitFor();
    return this.receiptCode();
  }

  private async receiptCode(): Promise<string> {
    return /回执编号\s*([0-9A-Z ]{12,20})/.exec(await this.reads())?.[1]?.trim() ?? '';
  }

  private visible(text: string) {
    return this.page.getByText(text).locator('visible=true').first();
  }

  private async taps(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .or(this.page.getByRole('link', { name: new RegExp(`^${name}`) }))
      .locator('visible=true')
      .first()
      .tap();
  }

  private async chooses(name: RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name })
      .or(this.page.getByRole('radio', { name }))
      .locator('visible=true')
      .first()
      .tap();
  }
}

/** A signature with three strokes in the box that is on the screen. */
export async function signsIn(page: Page): Promise<void> {
  const area = await page.locator('canvas:visible').last().boundingBox();
  if (!area) throw new Error('There is no box to sign in.');
  const strokes = [
    [0.2, 0.3, 0.7, 0.35],
    [0.45, 0.2, 0.4, 0.8],
    [0.3, 0.6, 0.8, 0.7],
  ] as const;
  const session = await page.context().newCDPSession(page);
  for (const [fromX, fromY, toX, toY] of strokes) {
    const at = (part: number) => ({
      x: area.x + area.width * (fromX + (toX - fromX) * part),
      y: area.y + area.height * (fromY + (toY - fromY) * part),
    });
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(part)] });
    }
    // A hand rests before it lifts; without it the stroke is a flick, and the browser takes the next tap for its end.
    await page.waitForTimeout(120);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}
