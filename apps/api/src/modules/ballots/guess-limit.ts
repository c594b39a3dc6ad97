import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { AttemptLimit } from '../../platform/limits';

/** Limits how often one address may try a receipt code, so that codes are looked up and not guessed: 30 a minute. */
@Injectable()
export class GuessLimit {
  private readonly limit: AttemptLimit;

  constructor(clock: Clock) {
    this.limit = new AttemptLimit(clock, { windowMs: 60_000, most: 30 });
  }

  /** @throws too_many_requests (429) with Retry-After, from the 31st try within a minute */
  assertMayTry(address: string): void {
    this.limit.assertOpen(address);
    this.limit.count(address);
  }
}
