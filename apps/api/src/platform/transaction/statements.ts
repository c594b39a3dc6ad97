import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

/** A statement the database need parse and plan only once on each connection. The name stands for the text. */
export interface NamedStatement {
  name: string;
  text: string;
}

/**
 * Single statements of hot paths, each its own transaction: one round trip, prepared by name. Everything else goes
 * through `Transactions`.
 */
@Injectable()
export class Statements {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs the statement on any connection of the pool and returns its rows. */
  async rows<T>({ name, text }: NamedStatement, values: readonly unknown[]): Promise<T[]> {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    const { rows } = await pool.query({ name, text, values: [...values] });
    return rows as T[];
  }
}
