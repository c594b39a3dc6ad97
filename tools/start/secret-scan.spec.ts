import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSecrets } from './secret-scan.ts';
import { StepFailed } from './step.ts';

const letters = (alphabet: string, length: number) =>
  [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const newPrivateKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

/** Made here and never written down, so that the scan of this very repository stays quiet. */
const PLANTED: [kind: string, file: string, content: () => string][] = [
  ['a cloud key', 'deploy.sh', () => `export AWS_SECRET_ACCESS_KEY="${letters(mixed, 40)}"`],
  ['a forge token', 'deploy.sh', () => `curl -H "Authorization: token ghp_${letters(mixed, 36)}"`],
  ['a private key', 'server.pem', newPrivateKey],
  [
    'a database password',
    '.env',
    () => `DATABASE_URL=postgres://jiati:${letters(mixed, 20)}@db.example.org:5432/jiati`,
  ],
];

describe('the scan for secrets', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jiati-secrets-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('passes what holds none', async () => {
    writeFileSync(join(folder, 'config.ts'), 'export const port = 4780;\n');
    await expect(checkSecrets(folder)).resolves.toBeUndefined();
  });

  it.each(PLANTED)('refuses %s in %s', async (_, file, content) => {
    writeFileSync(join(folder, file), content());
    const shown = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await expect(checkSecrets(folder)).rejects.toBeInstanceOf(StepFailed);
    shown.mockRestore();
  });
});
