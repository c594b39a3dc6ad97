import { screens, type Screen } from './support/browser.ts';
import { signInAs } from './support/demo.ts';
import { PageCheck } from './support/page-check.ts';

let check: PageCheck;
beforeAll(async () => {
  check = await PageCheck.begin();
});
afterAll(() => check?.end());

test.each(['phone', 'smallPhone'] as const)('Every page is whole, legible and reachable on a %s', async (screen) => {
  expect(await check.everyPage(screen)).toEqual([]);
});

test('The pads of a volunteer who has to set a PIN, and to type it, are so too', async () => {
  const { context, page } = check.opened.volunteer;
  const [, other] = check.guide.people.filter((person) => person.role === 'volunteer');
  await signInAs(context, { ...other!, devicePin: undefined });
  const findings: string[] = [];
  const lookAtPad = async (title: string) => {
    for (const screen of Object.keys(screens) as Screen[]) {
      findings.push(...(await check.look('volunteer', '/volunteer/stairwells/index', screen)));
      expect(await page.locator('h1:visible').innerText()).toBe(title);
    }
  };
  await lookAtPad('给这台设备设一个开锁码');
  const headers = { 'x-jiati-client': 'h5' };
  await context.request.put('/api/session/device-pin', { headers, data: { pin: other!.devicePin } });
  await context.request.post('/api/session/lock', { headers });
  await lookAtPad('锁住了，请输入开锁码');
  expect(findings).toEqual([]);
});
