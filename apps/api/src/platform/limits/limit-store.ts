import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Where the limiter's statements go: the API's own pool. Tests put a clock in between. */
@Injectable()
export class LimitStore {
  readonly type = 'typeorm';
  readonly client: unknown;

  constructor(@InjectDataSource() dataSource: DataSource) {
    this.client = dataSource;
  }
}
