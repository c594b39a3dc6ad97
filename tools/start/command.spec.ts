import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { apiCommand } from './api-process.ts';
import { scratchDatabase, scratchKeys, type ScratchDatabase } from './scratch-system.ts';

describe('npm run jiati', () => {
  let database: ScratchDatabase;
  const keys = scratchKeys();
  beforeAll(async () => {
    database = await scratchDatabase();
    await apiCommand(database.url, ['migrate'], { ...keys, MIGRATION_DATABASE_URL: database.ownerUrl });
  });
  afterAll(() => database.drop());

  const jiati = (...args: string[]) => {
    const given = { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl, ...keys };
    return spawnSync(process.execPath, [join(__dirname, 'bootstrap.mjs'), 'command', ...args], {
      env: { ...process.env, ...given },
      encoding: 'utf8',
    });
  };

  it('counts every round anew, and walks every chain', () => {
    expect(jiati('recount')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('重新计了 0 轮，计入的表决票 0 张。每一轮都对得上。'),
    });
    expect(jiati('verify')).toMatchObject({ status: 0, stdout: expect.stringContaining('0 轮') });
  });

  it('names the commands there are when it is asked for another', () => {
    const { status, stdout, stderr } = jiati('guess');
    expect({ status, said: stdout + stderr }).toEqual({ status: 1, said: expect.stringMatching(/recount[^]*verify/) });
  });
});
