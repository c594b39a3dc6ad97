import { PageCheck } from './support/page-check.ts';

let check: PageCheck;
beforeAll(async () => {
  check = await PageCheck.begin();
});
afterAll(() => check?.end());

test.each(['tablet', 'desktop'] as const)('Every page is whole, legible and reachable on a %s', async (screen) => {
  expect(await check.everyPage(screen)).toEqual([]);
});
