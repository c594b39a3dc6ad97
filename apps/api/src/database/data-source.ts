import { DataSource } from 'typeorm';
import { readConfig } from '../config';
import { dataSourceOptions } from './data-source-options';

const { MIGRATION_DATABASE_URL, DATABASE_URL } = readConfig();

/** What the `typeorm` command line uses: `typeorm migration:generate --check -d dist/database/data-source.js`. */
export const dataSource = new DataSource(dataSourceOptions(MIGRATION_DATABASE_URL ?? DATABASE_URL));
