import path from 'node:path';
import { openMiniProgram, type Phone } from './phone';
import { Books, runningSystem } from './system';

const dist = process.env.JIATI_WEAPP_DIST ?? path.resolve(__dirname, '../dist/weapp');

interface SheetRow {
  roomNo: string;
  choice: string | null;
  channel: string | null;
  state: string;
}

interface Home {
  stairwellCode: string;
  round: { myBallot: { choice: string | null } | null } | null;
}

describe('a resident with the mini-program', () => {
  const system = runningSystem();
  let phone: Phone;

  afterEach(() => phone?.close());

  it('reads the stairwell without logging in, binds with the office’s slip, votes, and holds a receipt', async () => {
    const everyone = Books.ofEveryone(system);
    const guide = await everyone.guide();
    const { code } = guide.stairwells.find(({ label }) => label.includes('2号楼') && label.includes('6号'))!;
    const slip = guide.slips.find((each) => each.code === code && each.roomNo === '401')!;

    phone = await openMiniProgram({ dist, apiBase: system.url });
    await phone.open(`pages/stairwell/index?code=${code}`);
    await phone.sees('已有3位业主参与');
    await phone.sees('要多少户同意才能装');

    await phone.tap('我要表决');
    await phone.tap('用纸条上的密码');
    await phone.type('室号', slip.roomNo);
    await phone.tap('下一步');
    await phone.type('6位密码', slip.pin);
    await phone.tap('下一步');
    await phone.tap('我是产权人');
    await phone.tap('下一步');
    await phone.type('姓名', '倪文彬');
    await phone.tap('绑定我家');
    await phone.sees('绑定好了');
    await phone.tap('我要表决');

    await phone.sees('同意加装方案吗');
    await phone.tap('不同意');
    await phone.sees(`${slip.roomNo}室 · 不同意`);
    await phone.goOffline();
    await phone.tap('提交表决票');
    await phone.sees('连不上网络');
    await phone.goOnline();
    await phone.tap('提交表决票');
    await phone.until(() => phone.route === 'pages/receipt/index', 'the receipt is open');
    await phone.sees('不是缴费凭证');

    expect(await ownChoice(code)).toBe('against');
    const [ballot] = await ballotsOf(code, slip.roomNo);
    expect(ballot).toMatchObject({ choice: null, channel: 'self_service', state: 'counted' });
    expect(phone.errors).toEqual([]);
  });

  it('stays logged in when the app was closed, changes the ballot until the round closes, and takes it back', async () => {
    const guide = await Books.ofEveryone(system).guide();
    const voted = guide.people.find(({ title }) => title.includes('已经投过票'))!.phone!;
    const { code } = guide.stairwells.find(({ label }) => label.includes('2号楼') && label.includes('6号'))!;

    phone = await openMiniProgram({ dist, apiBase: system.url });
    await phone.open('pages/login/index');
    await phone.tap('用短信验证码登录');
    await phone.type('手机号', voted);
    await phone.tap('发送验证码');
    await phone.sees('已经发到');
    await phone.type('6位验证码', await Books.ofEveryone(system).phoneCode(voted));
    await phone.tap('登录');
    await phone.until(() => phone.route === 'pages/me/index', 'my own page is open');

    phone = await phone.restart(`pages/stairwell/index?code=${code}`);
    await phone.tap('看我的回执');
    await phone.tap('我要改票');
    await phone.tap('弃权');
    await phone.tap('提交表决票');
    await phone.until(() => phone.route === 'pages/receipt/index', 'the receipt is open');

    expect(await ownChoice(code)).toBe('abstain');
    const [ballot] = await ballotsOf(code, '201');
    expect(ballot).toMatchObject({ choice: null, channel: 'self_service', state: 'counted' });

    await phone.tap('撤回您家的票');
    await phone.sees('撤回201室的票');
    await phone.goOffline();
    await phone.tap('撤回您家的票');
    await phone.sees('连不上网络');
    await phone.goOnline();
    await phone.tap('撤回您家的票');
    await phone.sees('现在等于您家没有表决');
    await phone.tap('关闭');
    await phone.sees('重新表决');

    const [withdrawn] = await ballotsOf(code, '201');
    expect(withdrawn).toMatchObject({ choice: null, channel: null, state: 'silent' });
    expect(phone.errors).toEqual([]);
  });

  /** What whoever is logged in on the phone is told of their ballot. */
  async function ownChoice(code: string): Promise<string | null | undefined> {
    const books = Books.ofSession(system, phone.storage.get('jiati.token') as string);
    const homes = (await books.get('/api/my/households')) as Home[];
    return homes.find(({ stairwellCode }) => stairwellCode === code)?.round?.myBallot?.choice;
  }

  /** What the office's count sheet says of a room: while the round is open, no choice. */
  async function ballotsOf(code: string, roomNo: string): Promise<SheetRow[]> {
    const { round } = (await Books.ofEveryone(system).get(`/api/public/stairwells/${code}`)) as {
      round: { id: string };
    };
    const officer = Books.ofOfficer(system);
    const sheet = (await officer.get(`/api/rounds/${round.id}/count-sheet`)) as { rows: SheetRow[] };
    return sheet.rows.filter((row) => row.roomNo === roomNo);
  }
});
