import { checkLockfile, checkPins } from './lockfile.ts';

const lockfile = (resolution: string) =>
  `lockfileVersion: '9.0'\n\npackages:\n\n  pg@8.23.0:\n    resolution: ${resolution}\n\nsnapshots:\n\n  pg@8.23.0: {}\n`;

it('lets in what the registry published under a sha512, and nothing else', () => {
  expect(() => checkLockfile(lockfile('{integrity: sha512-AbC+/9==}'))).not.toThrow();
  for (const resolution of [
    '{integrity: sha1-AbC=}',
    '{tarball: https://example.com/pg.tgz}',
    '{integrity: sha512-AbC==, tarball: https://example.com/pg.tgz}',
    '{commit: 0123abc, repo: git@example.com:pg.git, type: git}',
  ]) {
    expect(() => checkLockfile(lockfile(resolution))).toThrow('outside the registry');
  }
});

describe('a dependency', () => {
  it.each(['^8.23.0', '~8.23.0', '8', '8.x', '*', 'latest', '>=8.0.0', 'github:brianc/node-postgres', 'file:../pg'])(
    'is not taken as %s',
    (version) => {
      expect(() => checkPins({ 'apps/api/package.json': { dependencies: { pg: version } } })).toThrow(`pg ${version}`);
    },
  );

  it('is one exact version, of the workspace or of the catalogue', () => {
    const dependencies = { pg: '8.23.0', embedded: '18.4.0-beta.17', rules: 'workspace:*', jest: 'catalog:' };
    expect(() => checkPins({ 'package.json': { dependencies } })).not.toThrow();
  });

  it('is pinned everywhere in this repository', () => {
    expect(() => checkPins()).not.toThrow();
    expect(() => checkLockfile()).not.toThrow();
  });
});
