import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they come first in every section. */
const REQUIREMENTS: Record<string, number> = {
  ...{ 'V1.1': 2, 'V1.2': 9, 'V1.3': 11, 'V1.4': 3, 'V1.5': 2, 'V2.1': 3, 'V2.2': 3, 'V2.3': 4, 'V2.4': 1 },
  ...{ 'V3.2': 2, 'V3.3': 4, 'V3.4': 6, 'V3.5': 5, 'V3.7': 2, 'V4.1': 3, 'V4.2': 1, 'V4.3': 2, 'V4.4': 4 },
  ...{ 'V5.1': 1, 'V5.2': 3, 'V5.3': 2, 'V5.4': 3, 'V6.1': 3, 'V6.2': 12, 'V6.3': 4, 'V6.4': 4, 'V6.5': 5 },
  ...{ 'V6.6': 3, 'V6.8': 4, 'V7.1': 3, 'V7.2': 4, 'V7.3': 2, 'V7.4': 5, 'V7.5': 2, 'V7.6': 2, 'V8.1': 2 },
  ...{ 'V8.2': 3, 'V8.3': 1, 'V8.4': 1, 'V9.1': 3, 'V9.2': 4, 'V10.1': 2, 'V10.2': 2, 'V10.3': 4, 'V10.4': 11 },
  ...{ 'V10.5': 5, 'V10.6': 2, 'V10.7': 3, 'V11.1': 2, 'V11.2': 3, 'V11.3': 3, 'V11.4': 4, 'V11.5': 1, 'V11.6': 1 },
  ...{ 'V12.1': 3, 'V12.2': 2, 'V12.3': 4, 'V13.1': 1, 'V13.2': 5, 'V13.3': 2, 'V13.4': 5, 'V14.1': 2, 'V14.2': 4 },
  ...{ 'V14.3': 3, 'V15.1': 3, 'V15.2': 3, 'V15.3': 7, 'V16.1': 1, 'V16.2': 5, 'V16.3': 4, 'V16.4': 3, 'V16.5': 3 },
  ...{ 'V17.1': 1, 'V17.2': 4, 'V17.3': 2 },
};
const STATES = ['done', 'partly', 'not done', 'operator', 'n/a'];

interface Line {
  ids: string[];
  state: string;
  where: string;
  test: string;
}

/** `V1.2.1–V1.2.3, V1.2.5` → each of them. */
function idsOf(cell: string): string[] {
  return cell.split(',').flatMap((part) => {
    const [, section = '', first, last] = /^\s*(V\d+\.\d+)\.(\d+)(?:–V\d+\.\d+\.(\d+))?\s*$/.exec(part) ?? [];
    const from = Number(first);
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, at) => `${section}.${from + at}`);
  });
}

describe('docs/security.md', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const lines: Line[] = text
    .split('\n')
    .filter((line) => /^\| V\d/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map(([ids = '', state = '', where = '', test = '']) => ({ ids: idsOf(ids), state, where, test }));

  it('has a line for every requirement of levels 1 and 2, and no other', () => {
    const expected = Object.entries(REQUIREMENTS).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
    );
    expect(expected).toHaveLength(253);
    const found = lines.flatMap(({ ids }) => ids);
    expect(found.filter((id, at) => found.indexOf(id) !== at)).toEqual([]);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it('says of each how it stands, and where', () => {
    expect(lines.filter(({ state }) => !STATES.includes(state))).toEqual([]);
    expect(lines.filter(({ where }) => where === '')).toEqual([]);
  });

  it('names only files that exist', () => {
    const paths = [...text.matchAll(/`((?:api|apps|docs|packages|tools|e2e)\/[\w./-]+)`/g)]
      .map(([, path = '']) => path.replace(/^api\//, 'apps/api/'))
      .filter((path) => path !== 'apps/api/');
    expect(paths.length).toBeGreaterThan(80);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
