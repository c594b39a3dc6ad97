import { checkLockfile } from './lockfile.ts';

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
