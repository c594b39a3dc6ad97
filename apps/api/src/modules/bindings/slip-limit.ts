import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { AttemptLimit } from '../../platform/limits';

/**
 * Limits wrong slips from one address to 30 an hour. A slip locks after five, but five PINs at each of a thousand doors
 * would still find one; right ones do not count, so a volunteer may sign in a whole stairwell.
 */
@Injectable()
export class SlipLimit {
  private readonly limit: AttemptLimit;

  constructor(clock: Clock) {
    this.limit = new AttemptLimit(clock, { windowMs: 3_600_000, most: 30 });
  }

  /**
   * Runs a try, and remembers a refused one.
   * @throws too_many_requests (429) with Retry-After, before anything is tried
   */
  async watch<T>(address: string, attempt: () => Promise<T>): Promise<T> {
    this.limit.assertOpen(address);
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) this.limit.count(address);
      throw error;
    }
  }
}
