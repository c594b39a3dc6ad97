import { PageCheck } from './support/page-check.ts';

let check: PageCheck;
beforeAll(async () => {
  check = await PageCheck.begin();
});
afterAll(() => check?.end());

test('Every page is whole, legible and reachable on a tablet and on a desktop', async () => {
  expect(await check.everyPage('tablet', 'desktop')).toEqual([]);
});
