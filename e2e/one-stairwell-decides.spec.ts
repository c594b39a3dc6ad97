import { createRequire } from 'node:module';
import { withClient } from '@jiati/tools/postgres';
import { scratchSystem, type ScratchSystem } from '@jiati/tools/start';
import { SmsStandIn } from '@jiati/tools/stand-ins';
import type { Browser, Page } from 'playwright-core';
import { Officer, type PrintedHead } from './people/officer.ts';
import { Resident } from './people/resident.ts';
import { Volunteer } from './people/volunteer.ts';
import { launchBrowser, openBrowserOf } from './support/browser.ts';
import { Traces } from './support/traces.ts';

/**
 * The main job, once through, on the roll of 东苑花园 as the office keeps it in Excel: everybody works through their own
 * pages in a real browser, and the end must be what a count by hand gives.
 *
 * 1号楼1号, 12 doors: 01 is 67.04 ㎡, 02 is 53.15 ㎡ on every floor; 101 belongs to a housing office, all others to
 * different people. 721.14 ㎡ and 12 heads in all.
 *
 *           by hand:  302 phone 同意 (first 不同意) · 201 phone 同意 · 301 401 501 (67.04) and 402 502 (53.15) 同意 at the door
 *                     202 不同意 and 602 弃权 at the door · 101 102 601 silent
 *   taking part       9 heads        4 × 67.04 + 5 × 53.15 = 533.91 ㎡    needs 8 heads and 480.76 ㎡
 *   同意              7 heads        4 × 67.04 + 3 × 53.15 = 427.61 ㎡    needs 7 heads and 400.44 ㎡ (400.4325)
 */
const doors = [
  ['301', '同意'],
  ['401', '同意'],
  ['402', '同意'],
  ['501', '同意'],
  ['502', '同意'],
  ['202', '不同意'],
  ['602', '弃权'],
] as const;

const roster = createRequire(__filename).resolve('@jiati/fixtures/files/roster-east-garden.xlsx');
const motion = '1号门洞加装电梯方案和协议';
const volunteerPhone = '13800007788';
const phoneOf302 = '13800003020';

let system: ScratchSystem;
let sms: SmsStandIn;
let browser: Browser;
const problems: string[][] = [];
const traces = new Traces();
/** What the first test leaves for the second. */
const left = { stairwellCode: '', receipts: [] as string[], signedIn: [] as [who: string, page: Page][] };

beforeAll(async () => {
  // Codes go out as in a real office, through the gateway's client, and the log is as talkative as one may set it.
  sms = await SmsStandIn.start();
  system = await scratchSystem({ keepLog: true, env: { LOG_LEVEL: 'info', ...sms.environment() } });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await sms?.stop();
});

test('One stairwell decides: import, open, two phones, seven doors, review, close, announce', async () => {
  const officer = new Officer(await browserOf('desktop'));
  const closesOn = inDays(5);
  const keys = await officer.signsInForTheFirstTime('wang', await passwordOfNewOfficer('wang', '王主任'));
  await officer.signsOut();
  await officer.signsInByRecoveryCode(keys);

  const read = await officer.importsRoll(roster, {
    estateName: '东苑花园',
    town: '东苑镇',
    neighbourhood: '东苑居民区',
  });
  expect(read).toContain('12 个门洞、166 户');

  await officer.opensStairwell('1号楼', '1号');
  const poster = await officer.printsPoster();
  const stairwellCode = poster.leadsTo.replace(`${system.url}/s/`, '');
  expect(poster).toEqual({ leadsTo: expect.stringMatching(/\/s\/\w{6,8}$/), head: null });
  const slips = await officer.issuesSlips(['201', '302']);
  expect(slips.map(({ roomNo }) => roomNo)).toEqual(['201', '302']);
  expect(slips.map(({ leadsTo }) => leadsTo)).toEqual([poster.leadsTo, poster.leadsTo]);
  const pinOf = (roomNo: string) => slips.find((slip) => slip.roomNo === roomNo)?.pin ?? '';
  await officer.addsVolunteer('小周', volunteerPhone, '1号楼 1号');
  await officer.opensRound({
    buildingName: '1号楼',
    stairwellName: '1号',
    title: motion,
    totalYuan: '750000',
    subsidyYuan: '280000',
    closesOn,
  });

  const resident302 = new Resident(await browserOf('phone', '302'));
  await resident302.signsInByPhone(phoneOf302, codeSentTo);
  expect(await resident302.scansPoster(stairwellCode)).toContain('正在表决');
  await resident302.bindsWithSlip('302', pinOf('302'));
  await resident302.scansPoster(stairwellCode);
  await resident302.asksToBeReminded();
  sms.advance(60_000);
  await officer.opensRoundPage(motion);
  expect(await officer.remindsSilentDoors()).toContain('短信 1 条');
  expect(reminders()).toMatchObject([{ phone: phoneOf302, parameters: [dayOf(closesOn), '20:00'] }]);
  await resident302.votes('不同意');
  const receipt302 = await resident302.changesTo('同意');
  const square302 = await resident302.showsReceipt();
  expect(square302).toBe(`${system.url}/check#${receipt302.replaceAll(' ', '-')}`);
  await resident302.signsConsentWithFinger();

  const resident201 = new Resident(await browserOf('phone', '201'));
  await resident201.scansPoster(stairwellCode);
  await resident201.bindsWithSlip('201', pinOf('201'));
  await resident201.isHelpedBy('小丽', '儿子或女儿');
  await resident201.scansPoster(stairwellCode);
  const receipt201 = await resident201.votes('同意');
  expect(await resident201.reads()).toMatch(/帮忙操作的人\s*小丽/);
  await resident201.needsNoMoreHelp();
  expect(await resident201.looksAtHousehold()).toContain('产权人');

  const volunteer = new Volunteer(await browserOf('tablet', 'the volunteer'));
  await volunteer.signsIn(volunteerPhone, (phone) => codeSentTo(phone));
  await volunteer.opensStairwell('1号');
  await volunteer.notesVisit('601', '不在');
  for (const [roomNo, choice] of doors) await volunteer.takesBallot(roomNo, `${roomNo}户主`, choice);
  expect(await volunteer.readsLedger()).toBe('记录8条，已送达8条，待送0条');

  const neighbour = new Resident(await browserOfNobody());
  const whileOpen = await neighbour.scansPoster(stairwellCode);
  expect(whileOpen).toContain('2 / 12人');
  expect(whileOpen.slice(0, whileOpen.indexOf('大家常问的'))).not.toMatch(/不?同意\s*\d|\d\s*(户|人)?不?同意/);
  await officer.opensStairwell('1号楼', '1号');
  const { head: posted } = await officer.printsPoster();
  expect(whileOpen).toContain(eightOf(posted));

  expect(await officer.approvesAllThatWaits()).toBe(doors.length);
  await officer.opensRoundPage(motion);
  expect(await officer.looksWhomToRemind()).toContain('还有 3 户没有表决');
  await officer.opensRoundPage(motion);
  await officer.closesRound();
  const { text: sheet, head: printed } = await officer.readsCountSheet();
  for (const figure of ['9 / 12', '7 / 9', '533.91', '721.14', '427.61']) expect(sheet).toContain(figure);
  expect(sheet).not.toContain('户主');
  expect(eightOf(printed)).not.toBe(eightOf(posted));
  await officer.announces();

  const announced = await neighbour.scansPoster(stairwellCode);
  expect(announced).toContain('通过');
  expect(announced).toContain('9 / 12人');
  expect(announced).toContain('7 / 9人');
  expect(await neighbour.scansReceipt(square302)).toContain('您家的意见已计入：同意');
  expect(await neighbour.checksReceipt(receipt201)).toContain('您家的意见已计入：同意');
  for (const head of [posted, printed]) {
    const told = await neighbour.scansHead(head?.leadsTo ?? '');
    expect(told).toContain('张贴的校验码对得上');
    expect(told).toContain('没有发现被改动的地方');
  }

  expect(problems.flat()).toEqual([]);
  Object.assign(left, { stairwellCode, receipts: [receipt302, receipt201] });
});

test('Nothing of it tells others who anyone is: addresses, public pages and answers, browsers after, the log', async () => {
  const { stairwellCode, receipts } = left;
  const nobody = await browserOfNobody();
  const shown = await nobody.context().request.get(`/api/public/stairwells/${stairwellCode}`);
  const roundId = ((await shown.json()) as { round: { id: string } }).round.id;
  await traces.visits(nobody, ['/', `/s/${stairwellCode}`, `/bind?code=${stairwellCode}`, '/faq', '/letter', '/login']);
  await traces.visits(nobody, ['/check', ...receipts.map((code) => `/check/${code.replace(/\s/g, '')}`), '/office/']);
  await traces.asks(nobody.context(), [
    `/api/public/stairwells/${stairwellCode}`,
    `/api/public/rounds/${roundId}/bundle`,
    ...receipts.map((code) => `/api/public/receipts/${code.replace(/\s/g, '')}`),
    '/api/content/faqs',
    '/api/content/open-letter',
    '/api/privacy/purposes',
    '/api/health/ready',
  ]);
  for (const [who, page] of left.signedIn) {
    await new Resident(page).signsOut();
    await traces.leftIn(page, who);
  }

  const names = await namesOnTheRoll();
  expect(names.length).toBeGreaterThan(100);
  expect((await traces.size()).addresses).toBeGreaterThan(100);
  expect((await traces.size()).texts).toBeGreaterThan(40);
  const log = system.log();
  expect(log.split('\n').length).toBeGreaterThan(200);
  expect(await traces.findings({ names, log })).toEqual([]);
  // And it would have seen them: a name and a number in a line of the log are found.
  const planted = `${log}\n{"level":30,"msg":"${names[0]} ${volunteerPhone}"}`;
  expect(await traces.findings({ names, log: planted })).toHaveLength(2);
});

/** The eight characters of a printed chain head; the code beside them must lead to the page with the same head in hand. */
function eightOf(head: PrintedHead | null): string {
  const eight = /[0-9a-f]{4} [0-9a-f]{4}/.exec(head?.words ?? '')?.[0] ?? 'no head';
  expect(head?.leadsTo).toMatch(
    new RegExp(
      `^${system.url}/verify/\\?bundle=/api/public/rounds/[0-9a-f-]{36}/bundle#head=\\d+:${eight.replace(' ', '')}`,
    ),
  );
  return eight;
}

/** Everybody the office wrote down, and who goes from door to door. */
async function namesOnTheRoll(): Promise<string[]> {
  const { rows } = await withClient(system.ownerUrl, (client) =>
    client.query<{ name: string }>(`SELECT DISTINCT name FROM owners WHERE kind = 'person' ORDER BY name`),
  );
  return [...rows.map(({ name }) => name), '小周'];
}

/** @param owner somebody who will sign in with it, and out at the end */
async function browserOf(screen: 'desktop' | 'phone' | 'tablet', owner?: string) {
  const opened = await openBrowserOf(browser, { screen, baseURL: system.url });
  problems.push(opened.problems);
  traces.watch(opened.context);
  if (owner) left.signedIn.push([owner, opened.page]);
  return opened.page;
}

/** Somebody who never signs in. */
async function browserOfNobody() {
  const page = await browserOf('phone');
  traces.watchPublic(page.context());
  return page;
}

async function codeSentTo(phone: string): Promise<string> {
  return sms.codeIn(phone) ?? '';
}

/** There is no account until an operator makes one by command. */
async function passwordOfNewOfficer(username: string, name: string): Promise<string> {
  const place = ['--town', '东苑镇', '--neighbourhood', '东苑居民区'];
  const printed = await system.command(['create-officer', '--username', username, '--name', name, ...place]);
  return (JSON.parse(printed.trim().split('\n').at(-1) ?? '') as { password: string }).password;
}

function reminders() {
  return sms.inbox.filter(({ templateId }) => templateId === sms.reminderTemplateId);
}

/** As a reminder says it. */
function dayOf(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/** YYYY-MM-DD in Shanghai, so many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
}
