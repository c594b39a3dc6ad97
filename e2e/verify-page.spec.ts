import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withClient } from '@jiati/tools/postgres';
import { scratchSystem, type ScratchSystem } from '@jiati/tools/start';
import type { Browser, Page } from 'playwright-core';
import { findPersonalData } from '../apps/api/test/privacy/personal-data.ts';
import { launchBrowser, openBrowserOf, screens, type Screen } from './support/browser.ts';
import { axeFindings, tooSmall, widerThanScreen } from './support/findings.ts';

/**
 * The page that needs nothing of ours but a bundle, in a real browser, on the rounds of the demo: one that is announced
 * and one that is open.
 */
interface Bundle {
  round: { id: string; title: string };
  electorate: { roomNo: string }[];
  chain: { seq: number; hash: string; payload: Record<string, unknown> }[];
  disclosures: { ballotId: string; choice: string | null }[];
  decision: { checks: { part: number; whole: number }[] } | null;
}

let system: ScratchSystem;
let browser: Browser;
let folder: string;
let announced: Bundle;
let open: Bundle;
let names: string[];
/** A ballot that counts in the announced round. */
let counted: { code: string; word: string };

const words: Record<string, string> = { for: '同意', against: '不同意', abstain: '弃权' };
const addressOf = ({ round }: Bundle): string => `/api/public/rounds/${round.id}/bundle`;
const asFile = pathToFileURL(join(__dirname, '../packages/verify/page/dist/index.html')).href;

beforeAll(async () => {
  system = await scratchSystem({ demo: true });
  folder = mkdtempSync(join(tmpdir(), 'jiati-bundles-'));
  browser = await launchBrowser();
  const read = async (id: string) =>
    (await (await fetch(`${system.url}/api/public/rounds/${id}/bundle`)).json()) as Bundle;
  await withClient(system.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; state: string }>(
      `SELECT DISTINCT ON (r.state) r.id, r.state
         FROM consultation_rounds r JOIN ballots b ON b.round_id = r.id ORDER BY r.state, r.id`,
    );
    const idOf = (state: string) => rows.find((round) => round.state === state)!.id;
    [announced, open] = [await read(idOf('announced')), await read(idOf('open'))];
    const { ballotId, choice } = announced.disclosures.find((disclosure) => disclosure.choice !== null)!;
    const receipt = await client.query<{ code: string }>('SELECT receipt_code AS code FROM ballots WHERE id = $1', [
      ballotId,
    ]);
    counted = { code: receipt.rows[0]!.code, word: words[choice!]! };
    const people = await client.query<{ name: string }>(
      'SELECT name FROM owners UNION SELECT display_name FROM accounts',
    );
    names = people.rows.map(({ name }) => name).filter((name) => name.length > 1);
  });
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Saved as whoever fetched it would have it. */
function saved(name: string, bundle: Bundle): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(bundle));
  return path;
}

async function newPage(screen: Screen = 'phone') {
  const { page, problems } = await openBrowserOf(browser, { screen, baseURL: system.url });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return { page, problems, asked };
}

async function resultOn(page: Page): Promise<string> {
  await page.getByRole('heading', { name: '核对结果' }).waitFor();
  return page.locator('#result').innerText();
}

test('A bundle of a real round names nobody', () => {
  expect(names.length).toBeGreaterThan(20);
  for (const bundle of [announced, open]) expect(findPersonalData(JSON.stringify(bundle), names)).toEqual([]);
});

test('From the link: the round is fetched and recounted, receipt and posted head are found, and neither is sent', async () => {
  const { page, problems, asked } = await newPage();
  const { seq, hash } = announced.chain[1]!;
  const address = `/verify/?bundle=${addressOf(announced)}`;
  await page.goto(`${address}#receipt=${counted.code}&head=${seq}:${hash.slice(0, 8)}`);
  const told = await resultOn(page);
  expect(told).toContain('没有发现被改动的地方');
  expect(told).toContain('和公布的结果一样');
  expect(told).toContain(`您家的意见已计入：${counted.word}`);
  expect(told).toContain('它是记录链第 2 条');
  // what that means, for somebody who has never heard of a chain of records
  expect(told).toContain(`${announced.chain.length} 条公开记录从头到尾接得上`);
  expect(told).toContain('到张贴那时为止，就是同一份记录');
  for (const { part, whole } of announced.decision!.checks.filter((check) => check.whole < 1_000)) {
    expect(told).toContain(`${part}人 / ${whole}人`);
  }
  const rows = await page.locator('#result tbody tr').allInnerTexts();
  expect(rows).toHaveLength(announced.electorate.length);
  const said = rows.filter((row) => /(同意|弃权)$/.test(row)).length;
  expect(said).toBe(announced.disclosures.filter(({ choice }) => choice !== null).length);
  const paths = asked.map((url) => url.replace(system.url, '').replace(/#.*/, ''));
  expect(paths).toEqual([address, '/verify/verify.js', '/verify/verify.css', addressOf(announced)]);
  expect(asked.slice(1).join(' ')).not.toContain(counted.code);
  // and what was fetched can be kept, for the next time
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '保存这份公开包' }).click();
  expect((await download).suggestedFilename()).toMatch(/^公开包 .*条\.json$/);
  expect(problems).toEqual([]);
});

test('While the round is open the record can be checked, and nothing is told of what was chosen', async () => {
  const { page, problems } = await newPage();
  await page.goto(`/verify/?bundle=${addressOf(open)}`);
  const told = await resultOn(page);
  expect(told).toContain('没有发现被改动的地方');
  expect(told).toContain('结果还没有公布');
  // and what has not been looked at, because nothing was typed in
  expect(told).toContain('您家的票还没有查');
  expect(told).toContain('还没有和海报比');
  const rows = await page.locator('#result tbody tr').allInnerTexts();
  expect(rows.every((row) => row.endsWith('未公布'))).toBe(true);
  expect(problems).toEqual([]);
});

test.each([
  ['a file on the disk', asFile, true],
  ['plain http, where browsers keep WebCrypto back', '/verify/', false],
])(
  'From %s: two files, the older one the beginning of the newer; then a changed one',
  async (_, address, hasCrypto) => {
    const { page, problems, asked } = await newPage();
    if (!hasCrypto) await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    await page.goto(address);
    const before = asked.length;
    const older = { ...announced, chain: announced.chain.slice(0, 4) };
    await page.locator('#bundles').setInputFiles([saved('newer.json', announced), saved('older.json', older)]);
    await page.getByText('已选：').waitFor();
    await page.getByLabel('回执编号').fill(counted.code.toLowerCase().replaceAll('-', ' '));
    await page.getByRole('button', { name: '开始核对' }).click();
    const told = await resultOn(page);
    expect(told).toContain('没有发现被改动的地方');
    expect(told).toContain('以前保存的那份有 4 条，都原样在这一份的开头');
    expect(told).toContain(`您家的意见已计入：${counted.word}`);

    const changed = structuredClone(announced);
    changed.chain[2]!.payload.channel = 'elsewhere';
    await page.locator('#bundles').setInputFiles(saved('changed.json', changed));
    await page.getByLabel('回执编号').fill('');
    await page.getByText('changed.json').waitFor();
    await page.getByRole('button', { name: '开始核对' }).click();
    await page.getByText('记录链第 3 条被改过').waitFor();
    expect(await resultOn(page)).toContain('打门洞页面上的电话');
    expect(asked.slice(before)).toEqual([]);
    expect(problems).toEqual([]);
  },
);

test('Whatever goes wrong it says what to do', async () => {
  const { page } = await newPage();
  const problem = page.getByRole('alert');
  await page.goto('/verify/');
  await page.getByRole('button', { name: '开始核对' }).click();
  await problem.getByText('请先选择公开包文件').waitFor();
  writeFileSync(join(folder, 'torn.json'), '{"format":"jiati-bun');
  await page.locator('#bundles').setInputFiles(join(folder, 'torn.json'));
  await problem.getByText('请重新保存一次公开包').waitFor();
  await page.goto('/verify/?bundle=https://example.org/bundle');
  await problem.getByText('不是本网站的').waitFor();
  await page.goto('/verify/?bundle=/api/public/rounds/00000000-0000-4000-8000-000000000000/bundle');
  await problem.getByText('没有取到公开包').waitFor();
  await page.goto(`/verify/?bundle=${addressOf(announced)}#receipt=7K2M-QWX9-A4T2`);
  expect(await resultOn(page)).toContain('看错或抄错了一个字符');
});

test('A result is whole, legible and reachable on every screen, in letters twice as large, and on paper', async () => {
  const findings: string[] = [];
  const { page, problems } = await newPage();
  await page.goto(`/verify/?bundle=${addressOf(announced)}#receipt=${counted.code}&head=12345678`);
  expect(await resultOn(page)).toContain('公开包自己前后对得上，和您填的对不上');
  for (const size of ['', '200%']) {
    await page.evaluate((fontSize) => (document.documentElement.style.fontSize = fontSize), size);
    for (const screen of Object.keys(screens) as Screen[]) {
      await page.setViewportSize(screens[screen]);
      const seen = [...(await widerThanScreen(page)), ...(await tooSmall(page))];
      findings.push(...seen.map((finding) => `${screen} ${size}: ${finding}`));
    }
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    findings.push(...(await axeFindings(page)));
  }
  findings.push(...problems);
  expect(findings).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#ask').isVisible()).toBe(false);
  expect(await page.getByText('核对的公开包：从').isVisible()).toBe(true);
});
