import { signInAs } from './support/demo.ts';
import { axeFindings, tooSmall, widerThanScreen } from './support/findings.ts';
import { PageCheck } from './support/page-check.ts';

let check: PageCheck;
beforeAll(async () => {
  check = await PageCheck.begin();
});
afterAll(() => check?.end());

test('Every page is whole, legible and reachable on a phone and on a small one', async () => {
  expect(await check.everyPage('phone', 'smallPhone')).toEqual([]);
});

test('A page that is not so is noticed', async () => {
  const page = await check.opened.anyone.context.newPage();
  await page.setContent(
    `<html lang="zh"><title>x</title><meta name="viewport" content="width=device-width, initial-scale=1"><main><h1>x</h1><img src="data:,"><button style="width: 900px">x</button></main>`,
  );
  expect(await widerThanScreen(page)).toEqual([expect.stringMatching(/^\d+ px wider than the screen$/)]);
  expect(await tooSmall(page)).toEqual([expect.stringMatching(/^900×\d+ “x”$/)]);
  expect(await axeFindings(page)).toEqual(['image-alt img']);
  await page.close();
});

test('The pads of a volunteer who has to set a PIN, and to type it, are so too', async () => {
  const { context, page } = check.opened.volunteer;
  const [, other] = check.guide.people.filter((person) => person.role === 'volunteer');
  await signInAs(context, { ...other!, devicePin: undefined });
  const findings: string[] = [];
  const lookAtPad = async (title: string) => {
    findings.push(
      ...(await check.look('volunteer', '/volunteer/stairwells/index', 'phone', 'smallPhone', 'tablet', 'desktop')),
    );
    expect(await page.locator('h1:visible').innerText()).toBe(title);
  };
  await lookAtPad('给这台设备设一个开锁码');
  const headers = { 'x-jiati-client': 'h5' };
  await context.request.put('/api/session/device-pin', { headers, data: { pin: other!.devicePin } });
  await context.request.post('/api/session/lock', { headers });
  await lookAtPad('锁住了，请输入开锁码');
  expect(findings).toEqual([]);
});
