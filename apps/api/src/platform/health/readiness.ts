import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { common } from '../errors';
import { Drain } from '../http/drain';

const PATIENCE_MS = 2_000;

/** Whether requests should be sent here. */
@Injectable()
export class Readiness {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly drain: Drain,
  ) {}

  /** @throws common.unavailable while stopping, or when the database does not answer within two seconds */
  async check(): Promise<void> {
    if (this.drain.isDraining || !(await this.databaseAnswers())) throw common.unavailable({ retryAfterSeconds: 5 });
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, false)));
    const answer = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
  }
}
