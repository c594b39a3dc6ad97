import { join, relative } from 'node:path';
import { root } from './paths.ts';
import { run } from './step.ts';

/**
 * Refuses a file that holds a key, a token or a password as their issuers write them.
 * @param folder the checkout, unless a test plants one elsewhere
 */
export async function checkSecrets(folder = root): Promise<void> {
  await run({
    program: join(root, 'node_modules/.bin/secretlint'),
    args: [
      ...['--secretlintrc', join(root, '.secretlintrc.json'), '--secretlintignore', join(root, '.secretlintignore')],
      // Names that begin with a dot too: a forgotten .env is where they are found.
      ...['**/*', '**/.*'],
    ],
    cwd: relative(root, folder) || '.',
  });
}
