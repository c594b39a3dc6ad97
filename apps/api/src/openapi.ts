import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildOpenApi } from './openapi-document';

/** Writes apps/api/openapi.json. Needs no database. */
async function main(): Promise<void> {
  const path = resolve(__dirname, '../openapi.json');
  writeFileSync(path, await buildOpenApi());
  process.stdout.write(`${path}\n`);
}

void main();
