import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { AppModule } from './app.module';
import { readConfig } from './config';
import { docstringsOfControllers } from './docstrings';
import { createApp } from './platform/http';
import { describeApi } from './platform/openapi';

// Compiled code has lost its docstrings, so they are read from the source wherever this runs from.
const source = resolve(__dirname, '../src');

/** The OpenAPI document as the bytes of openapi.json, from the code alone: nothing is connected. */
export async function buildOpenApi(): Promise<string> {
  const config = readConfig({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    DATA_KEY: randomBytes(32).toString('base64'), // seals nothing
    LOG_LEVEL: 'silent',
  });
  const app = await createApp(AppModule.with(config, { connect: false }), config);
  return `${JSON.stringify(describeApi(app, docstringsOfControllers(source)), null, 2)}\n`;
}
