export { appAddress, appRole } from './app-address.ts';
export { ensureDatabase, withClient, withDatabase } from './databases.ts';
export { isFree, nextFreePort } from './ports.ts';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres.ts';
