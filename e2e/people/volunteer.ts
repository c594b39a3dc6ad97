import type { Page } from 'playwright-core';
import { signsIn, type ChoiceWord } from './resident.ts';

/** Opens this volunteer's tablet, and nobody else's anything. */
const devicePin = '273951';

/** A volunteer with a tablet on the stairs. */
export class Volunteer {
  constructor(private readonly page: Page) {}

  async signsIn(phone: string, codeSentTo: (phone: string) => Promise<string>): Promise<void> {
    const { page } = this;
    await page.goto('/volunteer/stairwells/index');
    await this.taps('用手机号登录');
    await page.getByLabel('手机号').fill(phone);
    await this.taps('发送验证码');
    await page.getByLabel('6位验证码').waitFor();
    await page.getByLabel('6位验证码').fill(await codeSentTo(phone));
    await this.taps('登录');
    await this.visible('给这台设备设一个开锁码').waitFor();
    await this.typesPin();
    await this.visible('再输一次').waitFor();
    await this.typesPin();
    await this.visible('您负责的门洞').waitFor();
  }

  async opensStairwell(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(name) })
      .locator('visible=true')
      .first()
      .tap();
    await this.visible('下一户').waitFor();
  }

  /** Three taps: the door, the outcome, done. */
  async notesVisit(roomNo: string, outcome: string): Promise<void> {
    await this.opensDoor(roomNo);
    await this.taps(outcome);
    await this.taps('明天');
    await this.visible(`记下了：${roomNo}室，${outcome}`).waitFor();
  }

  /** The volunteer says who signs, turns the tablet; the resident chooses and signs; the tablet comes back. */
  async takesBallot(roomNo: string, signer: string, choice: ChoiceWord): Promise<void> {
    const { page } = this;
    await this.opensDoor(roomNo);
    await this.taps('请住户现场表决');
    await page.getByLabel('签名的人叫什么').fill(signer);
    await this.chooses(/^\W*产权人/);
    await this.chooses(/^\W*认识本人|^\W*本来就认识|认识/);
    await this.taps('把平板转给住户');
    await this.visible('您同意这件事吗？').waitFor();
    await this.chooses(new RegExp(`^\\W*${choice}$`));
    await this.visible('请在框内签名')
      .waitFor()
      .catch(() => undefined);
    await page.locator('canvas:visible').last().scrollIntoViewIfNeeded();
    await signsIn(page);
    await this.taps('确认并提交');
    await this.visible('已经记下，谢谢您').waitFor();
    await this.taps('还给志愿者');
    await this.visible('锁住了，请输入开锁码').waitFor();
    await this.typesPin();
    await this.visible('这一票记下了').waitFor();
    await this.taps('回到门洞');
    await this.visible('下一户').waitFor();
  }

  /** “记录9条，已送达9条，待送0条” */
  async readsLedger(): Promise<string> {
    // The last entry may still be on its way; one that stays is read as it is.
    await this.page
      .getByText(/待送0条/)
      .locator('visible=true')
      .first()
      .waitFor()
      .catch(() => undefined);
    const ledger = this.page
      .getByRole('button', { name: /记录\d+条/ })
      .locator('visible=true')
      .first();
    return /记录\d+条，已送达\d+条，待送\d+条/.exec(await ledger.innerText())?.[0] ?? '';
  }

  async reads(): Promise<string> {
    return this.page.locator('main:visible').last().innerText();
  }

  private async typesPin(): Promise<void> {
    for (const digit of devicePin) {
      await this.page.getByRole('button', { name: digit, exact: true }).locator('visible=true').last().tap();
    }
  }

  private async opensDoor(roomNo: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`${roomNo}`) })
      .locator('visible=true')
      .last()
      .tap();
  }

  private visible(text: string) {
    return this.page.getByText(text).locator('visible=true').first();
  }

  private async taps(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(name) })
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
