import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { AttemptLimit } from '../../platform/limits';

/** Limits the codes one address may have sent, whatever the phones, so that nobody rings a whole estate: 60 an hour. */
@Injectable()
export class CodeLimit {
  private readonly limit: AttemptLimit;

  constructor(clock: Clock) {
    this.limit = new AttemptLimit(clock, { windowMs: 3_600_000, most: 60 });
  }

  /** @throws too_many_requests (429) with Retry-After */
  assertMaySend(address: string): void {
    this.limit.assertOpen(address);
    this.limit.count(address);
  }
}
