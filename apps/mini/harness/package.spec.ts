import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import postcss from 'postcss';
import { BuiltPackage } from './package-files';
import { compileTemplates } from './templates';

const dist = process.env.JIATI_WEAPP_DIST ?? path.resolve(__dirname, '../dist/weapp');
const megabyte = 1024 * 1024;

describe('the built mini-program', () => {
  const built = new BuiltPackage(dist);

  it('has every page that app.json names, with its template, configuration and code', () => {
    expect(built.pages).toContain('pages/stairwell/index');
    expect(built.pages).toContain('pages/ballot/index');
    expect(built.pages.filter((page) => page.startsWith('volunteer/'))).not.toEqual([]);
    const missing = built.pages.flatMap((page) =>
      ['.js', '.json', '.wxml'].map((ending) => page + ending).filter((file) => !built.has(file)),
    );
    expect(missing).toEqual([]);
  });

  it('keeps the main package under 1 MB and each subpackage under WeChat’s 2 MB', () => {
    const [main, ...subpackages] = built.sizes().values();
    expect(main).toBeLessThan(megabyte);
    for (const size of subpackages) expect(size).toBeLessThan(2 * megabyte);
  });

  it('has templates and style sheets that can be read', () => {
    expect(() => compileTemplates(built)).not.toThrow();
    for (const file of built.filesEnding('.wxss')) {
      expect(() => postcss.parse(built.text(file), { from: file })).not.toThrow();
    }
  });

  describe('in WeChat’s own compiler, offline', () => {
    const scratch = mkdtempSync(path.join(tmpdir(), 'jiati-weapp-'));
    afterAll(() => rmSync(scratch, { recursive: true, force: true }));

    /** Lays the package out as a project, changed by the test, and compiles it. */
    async function compile(change: (dir: string) => void = () => {}): Promise<{ ok: boolean; message?: string }> {
      const project = mkdtempSync(path.join(scratch, 'project-'));
      cpSync(dist, path.join(project, 'weapp'), { recursive: true });
      writeFileSync(
        path.join(project, 'project.config.json'),
        JSON.stringify({
          miniprogramRoot: 'weapp/',
          compileType: 'miniprogram',
          appid: 'wx0000000000000000',
          setting: {},
        }),
      );
      change(path.join(project, 'weapp'));
      const script = path.join(__dirname, 'compile-package.cjs');
      const { stdout } = await promisify(execFile)(process.execPath, [script, project, scratch], { timeout: 50_000 });
      return JSON.parse(stdout.trim().split('\n').at(-1)!) as { ok: boolean; message?: string };
    }

    it('compiles', async () => {
      expect(await compile()).toEqual({ ok: true });
    });

    it('would not compile with a page missing', async () => {
      const result = await compile((dir) => rmSync(path.join(dir, 'pages/ballot/index.wxml')));
      expect(result.ok).toBe(false);
      expect(result.message).toContain('pages/ballot/index');
    });
  });
});
