import { TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import { readQr } from '../support/qr.ts';

/** What one neighbour is handed over on paper. */
export interface Slip {
  roomNo: string;
  pin: string;
  /** Where its code leads. */
  leadsTo: string;
}

/** Where the record chain stood when a paper was printed: what one reads, and where its code leads. */
export interface PrintedHead {
  words: string;
  leadsTo: string;
}

export interface RoundToOpen {
  buildingName: string;
  stairwellName: string;
  title: string;
  totalYuan: string;
  subsidyYuan: string;
  closesOn: string;
}

/** What an officer signs in with. */
export interface Keys {
  username: string;
  password: string;
  recoveryCodes: string[];
}

/** An officer at the desk: the console's own pages, by the names they show. */
export class Officer {
  constructor(private readonly page: Page) {}

  /**
   * With the password that was told on the command line: it is changed, an authenticator app is set up, and the sheet of
   * recovery codes is put away.
   * @returns what is needed to sign in again
   */
  async signsInForTheFirstTime(username: string, temporaryPassword: string): Promise<Keys> {
    const { page } = this;
    const password = '春天把电梯装好大家都方便';
    await page.goto('/office/');
    await this.types(username, temporaryPassword);
    await page.getByLabel('新密码', { exact: true }).fill(password);
    await page.getByLabel('再输一次新密码').fill(password);
    await page.getByRole('button', { name: '换成新密码' }).click();
    const secret = (await page.getByLabel('密钥', { exact: true }).innerText()).replace(/\s/g, '');
    await page.getByLabel('输入验证器显示的 6 位数字').fill(new TOTP({ secret }).generate());
    await page.getByRole('button', { name: '确认，打开动态码' }).click();
    await page.getByRole('heading', { name: '请收好这 10 个备用码' }).waitFor();
    const recoveryCodes = await page.getByRole('listitem').allInnerTexts();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '进入办公台' }).click();
    await page.getByRole('heading', { name: '今天要办' }).waitFor();
    return { username, password, recoveryCodes };
  }

  /** On a day without the telephone. */
  async signsInByRecoveryCode({ username, password, recoveryCodes }: Keys): Promise<void> {
    await this.page.goto('/office/');
    await this.types(username, password);
    await this.page.getByRole('button', { name: '手机不在身边，改用备用码' }).click();
    await this.page.getByLabel('备用码', { exact: true }).fill(recoveryCodes[0] ?? '');
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
    await this.page.getByRole('heading', { name: '今天要办' }).waitFor();
  }

  async signsOut(): Promise<void> {
    await this.page.getByRole('button', { name: '退出登录' }).click();
    await this.page.getByText('您已退出登录。').waitFor();
  }

  private async types(username: string, password: string): Promise<void> {
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
  }

  /** @returns what the check page said had been read, before anything was written */
  async importsRoll(file: string, place: { estateName: string; town: string; neighbourhood: string }): Promise<string> {
    await this.page.goto('/office/roll/import');
    await this.page.getByLabel('名册文件').setInputFiles(file);
    await this.page.getByLabel('小区名称').fill(place.estateName);
    await this.page.getByLabel('街镇').fill(place.town);
    await this.page.getByLabel('居民区').fill(place.neighbourhood);
    await this.page.getByRole('button', { name: '读取并核对' }).click();
    const sentence = await this.page.getByText(/^读出 \d+ 个门洞/).innerText();
    await this.page.getByRole('button', { name: '导入名册' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: '导入名册' }).click();
    await this.page.getByText('名册已导入').first().waitFor();
    return sentence;
  }

  /** Opens the list of doors of one stairwell of the estate that was imported last. */
  async opensStairwell(buildingName: string, stairwellName: string): Promise<void> {
    await this.page.goto('/office/roll');
    await this.page.getByRole('table').getByRole('link').first().click();
    await this.page.getByRole('link', { name: `${buildingName} · ${stairwellName}`, exact: true }).click();
    await this.page.getByRole('table', { name: '各户一览' }).waitFor();
  }

  /**
   * The poster of the stairwell that is open in front of the officer.
   * @returns where its code leads, and where the record chain stands; null before there is a round
   */
  async printsPoster(): Promise<{ leadsTo: string; head: PrintedHead | null }> {
    await this.page.getByRole('link', { name: '打印海报' }).click();
    const poster = this.page.getByRole('article');
    await poster.getByText('咨询电话').waitFor();
    const leadsTo = await readQr(poster.locator('.poster-code').getByRole('img'));
    const chain = poster.getByRole('group', { name: '记录链的校验码' });
    const head = (await chain.count()) === 0 ? null : await this.readsHead(chain);
    await this.page.goBack();
    await this.page.getByRole('table', { name: '各户一览' }).waitFor();
    return { leadsTo, head };
  }

  private async readsHead(chain: Locator): Promise<PrintedHead> {
    return { words: await chain.innerText(), leadsTo: await readQr(chain.getByRole('img')) };
  }

  async issuesSlips(roomNos: string[]): Promise<Slip[]> {
    for (const roomNo of roomNos) await this.page.getByRole('checkbox', { name: `选 ${roomNo} 室` }).check();
    await this.page.getByRole('button', { name: '发纸条' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: '生成密码' }).click();
    await this.page.getByText('这些密码只显示这一次').waitFor();
    const slips: Slip[] = [];
    for (const slip of await this.page.getByRole('article').all()) {
      const words = await slip.innerText();
      slips.push({
        roomNo: /^(\d{3,4})室?$/m.exec(words)?.[1] ?? '',
        pin: (/\d{3} \d{3}/.exec(words)?.[0] ?? '').replace(' ', ''),
        leadsTo: await readQr(slip.getByRole('img')),
      });
    }
    await this.page.getByRole('button', { name: '打印好了，关上' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: '已打印，关上' }).click();
    return slips;
  }

  async addsVolunteer(name: string, phone: string, stairwell: string): Promise<void> {
    await this.page.goto('/office/people');
    await this.page.getByRole('button', { name: '添加志愿者' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill(name);
    await dialog.getByLabel('手机号').fill(phone);
    await dialog.getByRole('button', { name: /添\s*加/ }).click();
    await this.page
      .getByRole('row')
      .filter({ hasText: name })
      .getByRole('button', { name: new RegExp('分门洞') })
      .click();
    const assign = this.page.getByRole('dialog').filter({ hasText: `给${name}分门洞` });
    await assign.getByRole('checkbox', { name: stairwell, exact: true }).check();
    await assign.getByRole('button', { name: /保\s*存/ }).click();
    await this.page.getByRole('row').filter({ hasText: name }).filter({ hasText: stairwell }).waitFor();
  }

  /** Fills the six steps, checks the draft and opens the round. */
  async opensRound(round: RoundToOpen): Promise<void> {
    const { page } = this;
    const next = () => page.getByRole('button', { name: '下一步' }).click();
    await page.goto('/office/rounds/new');
    await page.getByText('请谁表决？').waitFor();
    await this.chooses('哪个门洞', `${round.buildingName} ${round.stairwellName}`);
    await page.getByText(/这个范围有 \d+ 户/).waitFor();
    await next();
    await page.getByRole('radio', { name: /民法典第278条第（七）项/ }).check();
    await next();
    await page.getByLabel('表决事项，一句话').fill(round.title);
    await page.getByLabel('说明', { exact: true }).fill('同意在本门洞加装一部电梯，采用附后的方案、分摊表和协议。');
    await page.getByLabel('方案', { exact: true }).fill('外挂钢结构井道，七站平层入户，载重630公斤。');
    await next();
    await page.getByLabel('总价（元）').fill(round.totalYuan);
    await page.getByLabel('政府补贴（元）').fill(round.subsidyYuan);
    await page.getByRole('radio', { name: '按楼层系数', exact: true }).check();
    const coefficients = ['0', '0.5', '1', '1.1', '1.2', '1.3'];
    for (const [i, coefficient] of coefficients.entries()) {
      await page.getByLabel(`${i + 1} 层`, { exact: true }).fill(coefficient);
    }
    await page.getByRole('button', { name: '算出各户金额' }).click();
    await page.getByText('正好对上').waitFor();
    await next();
    await page
      .getByLabel('协议全文')
      .fill('一、各户按分摊表出资。二、电梯由全体出资人按份共有。三、委托专业单位使用管理和维保。');
    await next();
    await page.getByLabel('截止日期').fill(round.closesOn);
    await page.getByLabel('截止时刻').fill('20:00');
    await page.getByRole('button', { name: '保存草稿，去检查' }).click();
    await page.getByRole('heading', { name: '开始前检查' }).waitFor();
    await this.takesStep('开始征询', '征询已开始');
  }

  /** Reviews everything that waits, by keyboard: open, read, approve. @returns how many */
  async approvesAllThatWaits(): Promise<number> {
    const { page } = this;
    await page.goto('/office/reviews');
    await page.getByRole('table', { name: '提交一览' }).waitFor();
    let approved = 0;
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    for (;;) {
      await page.getByRole('button', { name: '通过（a）' }).waitFor();
      const address = page.url();
      await page.keyboard.press('a');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^通\s*过$/ })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      approved += 1;
      await page.waitForURL((url) => url.toString() !== address);
      if (!/reviews\/[0-9a-f-]{36}/.test(page.url())) return approved;
    }
  }

  /**
   * On the page of a round.
   * @returns to how many it goes and what it says, as the officer was asked to confirm
   */
  async remindsSilentDoors(): Promise<string> {
    const { page } = this;
    await this.looksWhomToRemind();
    await page.getByRole('button', { name: '发提醒' }).click();
    const dialog = page.getByRole('dialog');
    const words = await dialog.innerText();
    await dialog.getByRole('button', { name: /^发出 \d+ 条提醒$/ }).click();
    await page.getByText('都发完了。').waitFor();
    return words;
  }

  /** On the page of a round. @returns how many doors are silent, and which */
  async looksWhomToRemind(): Promise<string> {
    await this.page.getByRole('link', { name: '提醒还没表决的住户' }).click();
    await this.page.getByText(/^还有 \d+ 户没有表决$/).waitFor();
    return this.page.getByRole('main').innerText();
  }

  async opensRoundPage(title: string): Promise<void> {
    await this.page.goto('/office/rounds');
    await this.page.getByRole('row').filter({ hasText: title }).getByRole('link').first().click();
    await this.page.getByRole('link', { name: '看计票表' }).waitFor();
  }

  async closesRound(): Promise<void> {
    await this.takesStep('结束征询', '征询已结束');
  }

  async announces(): Promise<void> {
    await this.takesStep('公布结果', '结果已公布');
  }

  /** The count sheet of the round that is open in front of the officer: its whole text, and where the chain stands. */
  async readsCountSheet(): Promise<{ text: string; head: PrintedHead }> {
    await this.page.getByRole('link', { name: '看计票表' }).click();
    await this.page.getByRole('heading', { name: '加装电梯业主表决计票表' }).waitFor();
    const text = await this.page.locator('main').innerText();
    const head = await this.readsHead(this.page.getByRole('group', { name: '记录链的校验码' }));
    await this.page.goBack();
    await this.page.getByRole('link', { name: '看计票表' }).waitFor();
    return { text, head };
  }

  private async takesStep(verb: string, done: string): Promise<void> {
    await this.page.getByRole('button', { name: verb }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: verb }).click();
    await this.page.getByText(done).first().waitFor();
  }

  private async chooses(label: string, option: string): Promise<void> {
    const box = this.page.getByLabel(label);
    await box.click();
    await box.fill(option);
    await this.page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  }
}
