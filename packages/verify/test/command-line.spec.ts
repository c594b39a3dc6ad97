import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundle, receiptOf } from './build-bundle.ts';

const root = join(__dirname, '..');
const rules = join(root, '../rules');
const tsc = join(root, 'node_modules/.bin/tsc');

/** A copy of the two packages as they would be published, so that an older `dist` of this checkout does not matter. */
function publish(): string {
  const home = mkdtempSync(join(tmpdir(), 'jiati-verify-'));
  const scope = join(home, 'node_modules/@jiati');
  mkdirSync(scope, { recursive: true });
  for (const [name, source] of Object.entries({ rules, verify: root })) {
    execFileSync(tsc, ['-p', join(source, 'tsconfig.build.json'), '--outDir', join(scope, name, 'dist')]);
    cpSync(join(source, 'package.json'), join(scope, name, 'package.json'));
    cpSync(join(source, 'bin'), join(scope, name, 'bin'), { recursive: true });
  }
  symlinkSync(join(scope, 'verify/bin/jiati-verify.mjs'), join(home, 'jiati-verify'));
  return home;
}

describe('jiati-verify', () => {
  let home: string;
  beforeAll(() => {
    home = publish();
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['jiati-verify', ...args], { cwd: home, encoding: 'utf8' });
  const file = (name: string, value: unknown): string => {
    writeFileSync(join(home, name), JSON.stringify(value));
    return name;
  };

  it('says in plain sentences what it saw, and ends with 0', async () => {
    const older = file('older.json', await buildBundle([{ cast: '101', choice: 'for' }]));
    const bundle = await buildBundle([{ cast: '101', choice: 'for' }, 'close', 'announce']);
    const head = `2:${bundle.chain[1]!.hash.slice(0, 8)}`;
    const { stdout, status } = run(...[older, file('bundle.json', bundle), '--receipt', receiptOf(1), '--head', head]);
    expect(stdout.split('\n')).toEqual([
      '春晓苑 1号楼 1号门洞：加装电梯意愿征询',
      expect.stringMatching(/^记录链共 4 条，前 8 位 [0-9a-f]{4} [0-9a-f]{4}，其中表决票 1 张。$/),
      '重新计票：同意 1 人，不同意 0 人，弃权 0 人，没有表决 5 人。结果：未通过。',
      '以前保存的公开包有 2 条，一条不差地就是这一份的开头，从那以后增加了 2 条。',
      '张贴的校验码对得上：它是记录链第 2 条（收到一张表决票，2026年12月1日 08:02），到那时为止的记录没有变过。',
      '您的票在记录链第 2 条（本人手机提交），已计入：同意。',
      '核对完毕，没有发现被改动的地方。',
      '',
    ]);
    expect(status).toBe(0);
  });

  it('names what does not fit, and ends with 1', async () => {
    const bundle = await buildBundle([{ cast: '101', choice: 'for' }]);
    bundle.chain[1]!.payload.channel = 'paper';
    const { stdout, status } = run(file('changed.json', bundle));
    expect(stdout).toContain('记录链第 2 条被改过：内容和它的校验码对不上。\n核对完毕，有 1 处对不上。');
    expect(status).toBe(1);
  });

  it('of two bundles, names the first event of the older one that the newer one tells otherwise', async () => {
    const older = file('older.json', await buildBundle([{ cast: '101', choice: 'for' }]));
    const rewritten = await buildBundle([{ cast: '101', choice: 'against' }, 'close']);
    const { stdout, status } = run(older, file('newer.json', rewritten));
    expect(stdout).toContain('旧的公开包里的第 2 条，在新的里没有了，或者变了。');
    expect(status).toBe(1);
  });

  it('ends with 2 and its usage when it was not understood', () => {
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('--receipt') });
    expect(run('one.json', 'two.json', 'three.json')).toMatchObject({ status: 2 });
    expect(run('nowhere.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('nowhere.json') });
  });
});
