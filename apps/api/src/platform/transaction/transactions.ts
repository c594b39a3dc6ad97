import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { isRetryable } from '../errors';

const MOST_TRIES = 4;

/** The only door to the database for use cases: `tx` is an argument, never ambient. */
@Injectable()
export class Transactions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs work in one READ COMMITTED transaction; any throw rolls everything back.
   * Serialization failures and deadlocks are tried again, so work must have no effect outside `tx`. A lock that did not
   * come in time is not waited for again: whoever asked is told to come back.
   */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction('READ COMMITTED', work);
      } catch (error) {
        if (attempt === MOST_TRIES || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
      }
    }
  }

  /** For reading several things that must belong to one moment: one REPEATABLE READ transaction. */
  async snapshot<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', work);
  }

  /** For reading only: the same signature of `tx`, without the cost of a transaction. */
  async read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return work(this.dataSource.manager);
  }
}
