import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { readConfig } from './config';
import { migrateCommand } from './database/migrate.command';
import { createOfficerCommand, createOperatorCommand } from './modules/accounts';
import { verifyChainsCommand } from './modules/bundles';
import { recountCommand } from './modules/decisions';
import { seedDemoCommand } from './modules/demo';
import { nightlyCheckCommand } from './modules/nightly';
import { purgeCommand } from './modules/privacy';
import { importRollCommand } from './modules/roll';
import type { Command } from './platform/commands';
import { rotateKeysCommand } from './platform/vault';

const COMMANDS: Command[] = [
  migrateCommand,
  createOfficerCommand,
  createOperatorCommand,
  importRollCommand,
  seedDemoCommand,
  recountCommand,
  verifyChainsCommand,
  nightlyCheckCommand,
  purgeCommand,
  rotateKeysCommand,
];

/** Runs one command inside the application, without listening. */
async function main([name, ...args]: string[]): Promise<number> {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    process.stderr.write(`Commands:\n${COMMANDS.map((each) => `  ${each.name} ${each.usage}`).join('\n')}\n`);
    return 2;
  }
  const root = AppModule.with(readConfig(), { asOwner: command.asOwner, patient: true });
  const app = await NestFactory.createApplicationContext(root, { logger: ['error', 'warn'], abortOnError: false });
  try {
    await command.run(app, args);
    return 0;
  } finally {
    await app.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
