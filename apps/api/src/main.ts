import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module';
import { readServerConfig } from './config';
import { assertServerRole } from './database/server-role';
import { NightlySchedule } from './modules/nightly';
import { SendReminders } from './modules/reminders';
import { createApp } from './platform/http';
import { stopOnSignal } from './platform/http/stop-on-signal';

/** Starts the server: reads the environment, connects, listens, and says where. */
async function main(): Promise<void> {
  const config = readServerConfig();
  const app = await createApp(AppModule.with(config), config);
  if (!config.JIATI_DEMO) await assertServerRole(app.get(DataSource));
  stopOnSignal(app, config);
  await app.listen(config.PORT, config.HOST);
  app.get(SendReminders).start();
  if (config.NIGHTLY_CHECK) app.get(NightlySchedule).start();
  process.send?.({ kind: 'listening', url: await app.getUrl() });
  process.stdout.write(`Jiati listens on ${await app.getUrl()}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
