import { DataSource } from 'typeorm';
import type { Command } from '../platform/commands';

/** `migrate`: brings the schema up to date; says which steps it took. Two at once wait for each other. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: '   brings the database schema up to date',
  async run(app) {
    const dataSource = app.get(DataSource);
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query(`SELECT pg_advisory_lock(hashtext('jiati migrate'))`);
      const steps = await dataSource.runMigrations({ transaction: 'each' });
      process.stdout.write(`${steps.map((step) => step.name).join('\n') || 'up to date'}\n`);
    } finally {
      await runner.query(`SELECT pg_advisory_unlock(hashtext('jiati migrate'))`);
      await runner.release();
    }
  },
};
