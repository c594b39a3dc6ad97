import path from 'node:path';
import { openMiniProgram, type Phone } from './phone';
import { Books, runningSystem } from './system';

const dist = process.env.JIATI_WEAPP_DIST ?? path.resolve(__dirname, '../dist/weapp');

interface Review {
  id: string;
  state: string;
  roomNo: string;
}

describe('somebody’s own affairs in the mini-program', () => {
  const system = runningSystem();
  const everyone = Books.ofEveryone(system);
  let phone: Phone;
  afterAll(() => phone?.close());

  it('asks the office to look at a photographed paper, made small on the phone', async () => {
    const guide = await everyone.guide();
    const telephone = guide.people.find(({ title }) => title.includes('还没绑定'))!.phone!;
    const { code } = guide.stairwells.find(({ label }) => label.includes('3号楼') && label.includes('7号'))!;
    phone = await openMiniProgram({ dist, apiBase: system.url });
    await phone.open(`pages/bind/index?code=${code}`);
    await phone.tap('请工作人员核对');
    await phone.tap('用短信验证码登录');
    await phone.type('手机号', telephone);
    await phone.tap('发送验证码');
    await phone.sees('已经发到');
    await phone.type('6位验证码', await everyone.phoneCode(telephone));
    await phone.tap('登录');
    await phone.type('室号', '602');
    await phone.tap('下一步');
    await phone.tap('我是继承人');
    await phone.tap('下一步');
    await phone.tap('继承证明');
    await phone.tap('下一步');
    await phone.tap('不填，下一步');

    phone.around.photoAtHand = false;
    await phone.tap('拍照或选一张照片');
    await phone.tap('下一步');
    await phone.sees('请先拍照');
    phone.around.photoAtHand = true;
    await phone.tap('拍照或选一张照片');
    await phone.sees('照片选好了');
    expect(phone.around.compressedTo).toEqual(['1800×1350']);
    await phone.tap('下一步');
    await phone.type('姓名', '沈小明');
    await phone.tap('提交，请工作人员核对');
    await phone.sees('等工作人员核对');
    expect(phone.errors).toEqual([]);

    const officer = Books.ofOfficer(system);
    const { reviews } = (await officer.get('/api/reviews?kind=binding')) as { reviews: Review[] };
    const { id } = reviews.find((each) => each.roomNo === '602' && each.state === 'received')!;
    const detail = JSON.stringify(await officer.get(`/api/reviews/${id}`));
    expect(detail).toContain('"documentKind":"inheritance"');
    expect(detail).toMatch(/"paperPhotoId":"[0-9a-f-]{36}"/);
  });

  it('says on every page who is helping, until it is ended', async () => {
    await phone.open('pages/helper/index');
    await phone.tap('邻居');
    await phone.tap('下一步');
    await phone.type('姓名', '王阿姨');
    await phone.tap('开始代操作');
    await phone.open('pages/faq/index');
    await phone.sees('邻居正在帮您操作：王阿姨');
    await phone.tap('结束代操作');
    await phone.until(() => !phone.text().includes('正在帮您操作'), 'the strip is gone');
    expect(phone.errors).toEqual([]);
  });

  it('shows where one is logged in, and what is kept and why', async () => {
    await phone.open('pages/devices/index');
    await phone.sees('就是这一台');
    await phone.sees('微信小程序');
    await phone.open('pages/privacy/index');
    await phone.tap('意愿登记');
    await phone.tap('同意');
    await phone.sees('您同意的时间');
    await phone.tap('收回同意');
    await phone.sees('要收回同意吗');
    expect(phone.errors).toEqual([]);
  });
});
