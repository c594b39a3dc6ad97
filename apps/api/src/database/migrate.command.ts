import { DataSource } from 'typeorm';
import { AppConfig } from '../config';
import type { Command } from '../platform/commands';
import { prepareAppRole } from './app-role';

/**
 * `migrate`: brings the schema up to date and says which steps it took; then makes the server's role, if it may, and
 * says its rights again. Runs as the owner of the tables. Two at once wait for each other.
 */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: '   brings the database schema and the rights of the server’s role up to date; runs as MIGRATION_DATABASE_URL',
  asOwner: true,
  async run(app) {
    const dataSource = app.get(DataSource);
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query(`SELECT pg_advisory_lock(hashtext('jiati migrate'))`);
      const steps = await dataSource.runMigrations({ transaction: 'each' });
      process.stdout.write(`${steps.map((step) => step.name).join('\n') || 'up to date'}\n`);
      const role = await prepareAppRole(dataSource, app.get(AppConfig).DATABASE_URL);
      process.stdout.write(role === null ? 'the server runs as the owner\n' : `rights of ${role} are up to date\n`);
    } finally {
      await runner.query(`SELECT pg_advisory_unlock(hashtext('jiati migrate'))`);
      await runner.release();
    }
  },
};
