import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiCommand } from './api-process.ts';
import { ensureBuilt } from './build.ts';
import { program, root } from './paths.ts';
import { scratchDatabase, scratchKeys } from './scratch-system.ts';
import { run, runScript, step, StepFailed } from './step.ts';

/**
 * Regenerates what is generated and refuses a difference: openapi.json from the API's decorators, the client's types
 * from openapi.json, and the schema of the entities from the migrations.
 */
export async function checkDrift(): Promise<void> {
  await ensureBuilt('api');
  await step('drift (openapi.json)', () =>
    unchanged('apps/api/openapi.json', () =>
      run({ program: process.execPath, args: [join(root, 'apps/api/dist/openapi.js')], cwd: 'apps/api' }),
    ),
  );
  await step('drift (client types)', () =>
    unchanged('packages/contracts/src/schema.ts', () => runScript('packages/contracts', 'generate')),
  );
  await step('drift (migrations)', checkMigrations);
}

async function unchanged(path: string, regenerate: () => Promise<unknown>): Promise<void> {
  const full = join(root, path);
  const before = existsSync(full) ? readFileSync(full, 'utf8') : '';
  await regenerate();
  if (readFileSync(full, 'utf8') !== before) {
    throw new StepFailed(`${path} was out of date. It has been regenerated: look at the difference and commit it.`);
  }
}

async function checkMigrations(): Promise<void> {
  const typeorm = program('apps/api', 'typeorm');
  if (typeorm === null) throw new StepFailed('apps/api has no typeorm command.');
  const database = await scratchDatabase();
  const keys = scratchKeys();
  try {
    await apiCommand(database.ownerUrl, ['migrate'], keys);
    await run({
      program: typeorm,
      args: ['migration:generate', '--check', '--dataSource', 'dist/database/data-source.js', 'dist/drift'],
      cwd: 'apps/api',
      env: { DATABASE_URL: database.ownerUrl, ...keys },
    });
  } finally {
    await database.drop();
  }
}
