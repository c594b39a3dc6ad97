import { createRequire } from 'node:module';
import { scratchSystem, type ScratchSystem } from '@jiati/tools/start';
import type { Browser } from 'playwright-core';
import { Officer } from './people/officer.ts';
import { Resident } from './people/resident.ts';
import { Volunteer } from './people/volunteer.ts';
import { launchBrowser, openBrowserOf } from './support/browser.ts';

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

let system: ScratchSystem;
let browser: Browser;
const problems: string[][] = [];

beforeAll(async () => {
  // The demo is on so that the phone code can be read where a developer reads it; nothing is seeded.
  system = await scratchSystem({ env: { JIATI_DEMO: '1' } });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

test('One stairwell decides: import, open, two phones, seven doors, review, close, announce', async () => {
  const officer = new Officer(await browserOf('desktop'));
  await officer.signsIn('wang', await passwordOfNewOfficer('wang', '王主任'));

  const read = await officer.importsRoll(roster, {
    estateName: '东苑花园',
    town: '东苑镇',
    neighbourhood: '东苑居民区',
  });
  expect(read).toContain('12 个门洞、166 户');

  await officer.opensStairwell('1号楼', '1号');
  const stairwellCode = await officer.readsStairwellCode();
  const slips = await officer.issuesSlips(['201', '302']);
  expect(slips.map(({ roomNo }) => roomNo)).toEqual(['201', '302']);
  const pinOf = (roomNo: string) => slips.find((slip) => slip.roomNo === roomNo)?.pin ?? '';
  await officer.addsVolunteer('小周', volunteerPhone, '1号楼 1号');
  await officer.opensRound({
    buildingName: '1号楼',
    stairwellName: '1号',
    title: motion,
    totalYuan: '750000',
    subsidyYuan: '280000',
    closesOn: inDays(5),
  });

  const resident302 = new Resident(await browserOf('phone'));
  expect(await resident302.scansPoster(stairwellCode)).toContain('正在表决');
  await resident302.bindsWithSlip('302', pinOf('302'));
  await resident302.votes('不同意');
  const receipt302 = await resident302.changesTo('同意');
  await resident302.signsConsentWithFinger();

  const resident201 = new Resident(await browserOf('phone'));
  await resident201.scansPoster(stairwellCode);
  await resident201.bindsWithSlip('201', pinOf('201'));
  const receipt201 = await resident201.votes('同意');

  const volunteer = new Volunteer(await browserOf('tablet'));
  await volunteer.signsIn(volunteerPhone, (phone) => codeSentTo(phone));
  await volunteer.opensStairwell('1号');
  await volunteer.notesVisit('601', '不在');
  for (const [roomNo, choice] of doors) await volunteer.takesBallot(roomNo, `${roomNo}户主`, choice);
  expect(await volunteer.readsLedger()).toBe('记录8条，已送达8条，待送0条');

  const neighbour = new Resident(await browserOf('phone'));
  const whileOpen = await neighbour.scansPoster(stairwellCode);
  expect(whileOpen).toContain('2 / 12人');
  expect(whileOpen.slice(0, whileOpen.indexOf('大家常问的'))).not.toMatch(/不?同意\s*\d|\d\s*(户|人)?不?同意/);

  expect(await officer.approvesAllThatWaits()).toBe(doors.length);
  await officer.opensRoundPage(motion);
  await officer.closesRound();
  const sheet = await officer.readsCountSheet();
  for (const figure of ['9 / 12', '7 / 9', '533.91', '721.14', '427.61']) expect(sheet).toContain(figure);
  expect(sheet).not.toContain('户主');
  await officer.announces();

  const announced = await neighbour.scansPoster(stairwellCode);
  expect(announced).toContain('通过');
  expect(announced).toContain('9 / 12人');
  expect(announced).toContain('7 / 9人');
  expect(await neighbour.checksReceipt(receipt302)).toMatch(/已经计入/);
  expect(await neighbour.checksReceipt(receipt201)).toMatch(/已经计入/);

  expect(problems.flat()).toEqual([]);
});

async function browserOf(screen: 'desktop' | 'phone' | 'tablet') {
  const opened = await openBrowserOf(browser, { screen, baseURL: system.url });
  problems.push(opened.problems);
  return opened.page;
}

async function codeSentTo(phone: string): Promise<string> {
  const guide = (await (await fetch(`${system.url}/api/demo`)).json()) as {
    phoneCodes: { phone: string; code: string }[];
  };
  return guide.phoneCodes.find((sent) => sent.phone === phone)?.code ?? '';
}

/** There is no account until an operator makes one by command. */
async function passwordOfNewOfficer(username: string, name: string): Promise<string> {
  const printed = await system.command(['create-officer', '--username', username, '--name', name]);
  return (JSON.parse(printed.trim().split('\n').at(-1) ?? '') as { password: string }).password;
}

/** YYYY-MM-DD in Shanghai, so many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
}
