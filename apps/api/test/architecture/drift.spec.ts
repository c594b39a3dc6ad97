import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source-options';
import { buildOpenApi } from '../../src/openapi-document';
import { createTestDatabase } from '../harness/database';

const openApiPath = resolve(__dirname, '../../openapi.json');
const schemaPath = resolve(__dirname, '../../../../packages/contracts/src/schema.ts');

describe('what is generated', () => {
  it('openapi.json says what the code says', async () => {
    expect(await buildOpenApi()).toBe(readFileSync(openApiPath, 'utf8'));
  });

  it('names each operation once', () => {
    const document = JSON.parse(readFileSync(openApiPath, 'utf8')) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const names = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('the client’s types say what openapi.json says', () => {
    const program = resolve(__dirname, '../../node_modules/.bin/openapi-typescript');
    const generated = execFileSync(program, [openApiPath, '--alphabetize'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(generated.trim()).toBe(readFileSync(schemaPath, 'utf8').trim());
  });

  it('the migrations make the schema that the entities describe', async () => {
    const database = await createTestDatabase();
    const dataSource = await new DataSource(dataSourceOptions(database.url)).initialize();
    try {
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await dataSource.destroy();
      await database.drop();
    }
  });
});
