import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** A statement the database need parse and plan only once on each connection. The name stands for the text. */
export interface NamedStatement {
  name: string;
  text: string;
}

/** For a statement that is put together from parts: as many names as there are ways to put it together. */
export function namedByText(prefix: string, text: string): NamedStatement {
  return { name: `${prefix}-${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`, text };
}

/**
 * Few: hot statements share commits instead of connections. They are kept apart from the other pool, so that a long
 * report never stands between a neighbour and the ballot box.
 */
const CONNECTIONS = 4;

/**
 * The plan is made once and kept: planning a hot statement costs ten times what running it does. Such a statement
 * reads by key only, so a plan made while its tables were empty must not read them whole for ever after.
 */
const SETTINGS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/**
 * Shorter than for the other pool: one round that is stuck holds up the others of its statement, and a statement that
 * gives up here has a second way to go.
 */
const PATIENCE = { lock_timeout: 1_000, statement_timeout: 5_000 };

/**
 * Single statements of hot paths, each its own transaction: one round trip, prepared by name. Everything else goes
 * through `Transactions`.
 */
@Injectable()
export class Statements implements OnApplicationShutdown {
  private pool: Pool | undefined;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs the statement on a connection of its own pool and returns its rows. */
  async rows<T>({ name, text }: NamedStatement, values: readonly unknown[]): Promise<T[]> {
    const { rows } = await this.connections().query({ name, text, values: [...values] });
    return rows as T[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
    this.pool = undefined;
  }

  private connections(): Pool {
    if (this.pool) return this.pool;
    const { url, extra } = this.dataSource.options as { url: string; extra?: object };
    this.pool = new Pool({
      ...extra,
      ...PATIENCE,
      connectionString: url,
      application_name: 'jiati',
      max: CONNECTIONS,
      options: SETTINGS,
    });
    this.pool.on('error', () => undefined); // a dropped idle connection is replaced when the next statement needs one
    return this.pool;
  }
}
