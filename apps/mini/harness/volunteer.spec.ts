import path from 'node:path';
import { openMiniProgram, type Phone } from './phone';
import { Books, runningSystem } from './system';

const dist = process.env.JIATI_WEAPP_DIST ?? path.resolve(__dirname, '../dist/weapp');
const tablet = { width: 820, height: 1180 };

interface Doors {
  doors: { roomNo: string; lastVisit: { outcome: string; revisitOn: string | null } | null; ballot: object | null }[];
}
interface Review {
  id: string;
  state: string;
  roomNo: string;
  channel: string | null;
}

describe('a volunteer with the tablet', () => {
  const system = runningSystem();
  let phone: Phone;
  let telephone: string;

  beforeAll(async () => {
    const { people } = await Books.ofEveryone(system).guide();
    telephone = people.find(({ role, title }) => role === 'volunteer' && title.includes('2号楼'))!.phone!;
  });
  afterAll(() => phone?.close());

  it('logs in and sees the doors of an assigned stairwell, floor by floor', async () => {
    phone = await openMiniProgram({ dist, apiBase: system.url, size: tablet });
    await phone.open('pages/login/index');
    await phone.tap('用短信验证码登录');
    await phone.type('手机号', telephone);
    await phone.tap('发送验证码');
    await phone.sees('已经发到');
    await phone.type('6位验证码', await Books.ofEveryone(system).phoneCode(telephone));
    await phone.tap('登录');
    await phone.sees('给这台设备设一个开锁码');
    await typePin();
    await phone.sees('再输一次');
    await typePin();
    await phone.sees('您负责的门洞');
    await phone.tap('2号楼 · 6号');
    await phone.sees('下一户');
    const text = phone.text();
    expect(text.indexOf('\n6层\n')).toBeLessThan(text.indexOf('\n1层\n'));
    expect(text).toContain('离通过还差多少');
    expect(phone.errors).toEqual([]);
  });

  it('loses nothing when the network is gone on the landing: three taps, and it is sent when the network is back', async () => {
    await phone.goOffline();
    await phone.tap('502室');
    await phone.tap('不在');
    await phone.tap('明天');
    await phone.sees('记下了：502室，不在，明天再来');
    await phone.tap('现在送');
    await phone.sees('记录1条，已送达0条，待送1条');

    await phone.goOnline();
    await phone.sees('记录1条，已送达1条，待送0条');
    const door = await doorInTheBooks('502');
    expect(door.lastVisit).toMatchObject({ outcome: 'not_home' });
    expect(door.lastVisit?.revisitOn).not.toBeNull();
  });

  it('takes back what was tapped by mistake, before it is sent', async () => {
    await phone.tap('301室');
    await phone.tap('反对');
    await phone.tap('不用再来');
    await phone.sees('记下了：301室');
    await phone.tap('撤销');
    await phone.sees('已经撤销');
    await phone.sees('记录1条，已送达1条，待送0条');
    expect((await doorInTheBooks('301')).lastVisit).toBeNull();
  });

  it('takes a witnessed ballot: evidence first, then the tablet is the resident’s, then it waits for the office', async () => {
    await phone.tap('402室');
    await phone.tap('请住户现场表决');
    await phone.sees('谁来表决');
    await phone.tap('把平板转给住户');
    await phone.sees('请填签名的人的姓名');
    await phone.type('签名的人叫什么', '许国强');
    await phone.tap('产权人');
    await phone.tap('看了身份证');
    await phone.tap('把平板转给住户');

    await phone.sees('您同意这件事吗');
    expect(phone.text()).not.toContain('记录1条');
    await phone.tap('同意');
    await phone.tap('确认并提交');
    await phone.sees('请先签名');
    await phone.sign();
    await phone.tap('确认并提交');
    await phone.sees('已经记下，谢谢您');
    await phone.tap('还给志愿者');
    await phone.sees('锁住了，请输入开锁码');
    await typePin();
    await phone.sees('等加梯办核对后计入');
    await phone.sees('记录2条，已送达2条，待送0条');
    await phone.tap('回到门洞');
    await phone.sees('已签，待核对');

    const officer = Books.ofOfficer(system);
    const { reviews } = (await officer.get('/api/reviews')) as { reviews: Review[] };
    const waiting = reviews.filter((each) => each.roomNo === '402' && each.state === 'received');
    expect(waiting).toHaveLength(1);
    const detail = JSON.stringify(await officer.get(`/api/reviews/${waiting[0]!.id}`));
    expect(detail).toContain('许国强');
    expect(detail).toContain('"choice":"for"');
    expect(phone.errors).toEqual([]);
  });

  it('locks at a tap, and opens without a network by what this tablet remembers', async () => {
    await phone.open('volunteer/stairwells/index');
    await phone.tap('锁住这台设备');
    await phone.sees('锁住了，请输入开锁码');
    expect(phone.text()).not.toContain('2号楼');
    await phone.goOffline();
    await typePin('111222');
    await phone.sees('还可以试4次');
    await typePin();
    await phone.sees('您负责的门洞');
    await phone.goOnline();
    expect(phone.errors).toEqual([]);
  });

  /** Each key is tapped; the last of six sends it. */
  async function typePin(pin = '273951'): Promise<void> {
    for (const digit of pin) await phone.tap(digit);
  }

  async function doorInTheBooks(roomNo: string): Promise<Doors['doors'][number]> {
    const books = Books.ofSession(system, phone.storage.get('jiati.token') as string);
    const stairwells = (await books.get('/api/volunteer/stairwells')) as { id: string; name: string }[];
    const { id } = stairwells.find(({ name }) => name === '6号')!;
    const { doors } = (await books.get(`/api/volunteer/stairwells/${id}`)) as Doors;
    return doors.find((door) => door.roomNo === roomNo)!;
  }
});
