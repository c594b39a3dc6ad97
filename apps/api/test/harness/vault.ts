import 'reflect-metadata';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { readConfig } from '../../src/config';
import { Vault } from '../../src/platform/vault';

/** 32 bytes that are the same in every run, as a key in the environment is written. */
export const testKey = (name: string): string => createHash('sha256').update(`jiati test ${name}`).digest('base64');

/** The envelope key of every test database. */
export const testKeys = { DATA_KEY: testKey('data key') };

const vaults = new WeakMap<DataSource, Promise<Vault>>();

/** The vault of a suite's database, for what is written past the application. */
export function vaultOf(dataSource: DataSource): Promise<Vault> {
  const known = vaults.get(dataSource) ?? openVault(dataSource);
  vaults.set(dataSource, known);
  return known;
}

async function openVault(dataSource: DataSource): Promise<Vault> {
  const { url } = dataSource.options as { url: string };
  const vault = new Vault(dataSource, readConfig({ DATABASE_URL: url, ...testKeys }));
  await vault.load();
  return vault;
}
