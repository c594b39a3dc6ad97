import { chmodSync, mkdirSync, mkdtempSync, rmSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repairLinks } from './binaries.ts';
import { canEnter } from './placement.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiati-placement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('knows that a private home keeps the database user out, and an open one lets it in', () => {
  const stranger = { uid: 65_534, gid: 65_534 };
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'open'), { mode: 0o755 });
  mkdirSync(join(folder, 'private'), { mode: 0o700 });
  expect(canEnter(join(folder, 'open/not/made/yet'), stranger)).toBe(true);
  expect(canEnter(join(folder, 'private/checkout/.data'), stranger)).toBe(false);
});

it('makes the library links an install without scripts leaves out', () => {
  mkdirSync(join(folder, 'package/native/lib'), { recursive: true });
  writeFileSync(join(folder, 'package/native/lib/libpq.so.5.18'), '');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(folder, 'package/native/pg-symlinks.json'), JSON.stringify(links));
  repairLinks(join(folder, 'package'));
  repairLinks(join(folder, 'package'));
  expect(readlinkSync(join(folder, 'package/native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
});
