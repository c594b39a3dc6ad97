import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const root = join(__dirname, '..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);
/** The one division, of a number by what it is a multiple of; test/integers.spec.ts holds it against BigInt. */
const WHOLE_DIVISION = '(dividend - remainder) / divisor';
const codeOf = (name: string): string =>
  readFileSync(join(root, 'src', name), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');

test('minified and gzipped it is smaller than 15 kB', () => {
  const built = buildSync({
    entryPoints: [join(root, 'src/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    write: false,
  });
  const [bundle] = built.outputFiles;
  if (!bundle) throw new Error('nothing was built');
  expect(gzipSync(bundle.contents).byteLength).toBeLessThan(15_000);
});

describe('pure', () => {
  test.each(sources)('src/%s imports nothing from outside', (name) => {
    const imported = [...codeOf(name).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, specifier]) => specifier);
    expect(imported.filter((specifier) => !specifier?.startsWith('.'))).toEqual([]);
  });

  test.each(sources)('src/%s has no clock, no chance and no fraction', (name) => {
    const fractionless = name === 'integers.ts' ? codeOf(name).replace(WHOLE_DIVISION, '') : codeOf(name);
    const withoutText = fractionless.replace(/'[^']*'|`[^`]*`|\/\^.*\$\//g, "''");
    expect(withoutText).not.toMatch(
      /\b(Date|performance|Intl)\b|Math\.random|crypto|parseFloat|toFixed|Math\.(floor|round|ceil|trunc)|\//,
    );
  });
});

describe('on the command line', () => {
  const home = mkdtempSync(join(tmpdir(), 'jiati-rules-'));
  const command = join(home, 'bin/jiati-rules.mjs');

  beforeAll(() => {
    cpSync(join(root, 'bin'), join(home, 'bin'), { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json', '--outDir', join(home, 'dist')], {
      cwd: root,
    });
  }, 60_000);
  afterAll(() => rmSync(home, { recursive: true }));

  const run = (args: string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { input, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const example = readFileSync(join(root, 'vectors/round-example.json'), 'utf8');

  test('decides a round from a roll, and says which doors make the difference', () => {
    const { status, stdout } = run(['decide', join(root, 'vectors/round-example.json')]);
    const { tally, decision, pivotDoors, explanations } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(tally.for).toEqual({ heads: 3, areaDm2: 22750 });
    expect(decision).toMatchObject({ verdict: 'undecided', certain: false, possible: true });
    expect(pivotDoors).toMatchObject({ reach: 'reachable', size: 1 });
    expect(explanations[0]).toEqual({ kind: 'verdict', verdict: 'undecided' });
  });

  test('reads standard input, a frozen list and a whole ruleset', () => {
    const { ruleset } = JSON.parse(example) as { ruleset: unknown };
    expect(ruleset).toEqual({ id: 'cn-278-7', version: 1 });
    const round = {
      ruleset: JSON.parse(readFileSync(join(root, 'vectors/ruleset-example.json'), 'utf8')),
      electorate: [{ householdId: '1', headKey: 'a', areaDm2: 6000 }],
      ballots: [{ householdId: '1', choice: 'for' }],
      phase: 'closed',
    };
    const { status, stdout } = run(['decide', '-'], JSON.stringify(round));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).decision.verdict).toBe('approved');
  });

  test('names the field that is wrong and ends with 1', () => {
    const round = { ...JSON.parse(example), ballots: [{ householdId: '999', choice: 'for' }] };
    const { status, stdout } = run(['decide', '-'], JSON.stringify(round));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      problems: [{ code: 'unknown_household', path: 'ballots[0].householdId', found: '999' }],
    });
  });

  test.each([
    ['no command', [], '', 'jiati-rules decide <round.json'],
    ['no file', ['decide'], '', 'jiati-rules decide <round.json'],
    ['a file that is not there', ['decide', '/nowhere/round.json'], '', 'ENOENT'],
    ['what is no JSON', ['decide', '-'], '{', 'JSON'],
    ['what is no object', ['decide', '-'], '7', 'must be a JSON object'],
  ])('%s ends with 2 and says why', (_, args, input, words) => {
    const { status, stdout, stderr } = run(args, input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('lists the rules', () => {
    const { status, stdout } = run(['rulesets']);
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toBe('cn-278-7\t1\tverified\t民法典第278条第（七）项：改建、重建建筑物及其附属设施');
  });

  test('the example of the README does what it says', () => {
    const [, block] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
    const program = (block as string).replace("'@jiati/rules'", `'${join(home, 'dist/index.js')}'`);
    expect(program.trim().split('\n')).toHaveLength(5);
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('approved');
  });
});
