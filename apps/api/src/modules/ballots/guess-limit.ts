import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { common } from '../../platform/errors';

const WINDOW_MS = 60_000;
const MOST_IN_WINDOW = 30;
const MOST_ADDRESSES = 10_000;

/** Limits how often one address may try a receipt code, so that codes are looked up and not guessed. */
@Injectable()
export class GuessLimit {
  private readonly windows = new Map<string, { since: number; tries: number }>();

  constructor(private readonly clock: Clock) {}

  /** @throws too_many_requests (429) with Retry-After, from the 31st try within a minute */
  assertMayTry(address: string): void {
    const now = this.clock.now().getTime();
    const known = this.windows.get(address);
    const current = known && now - known.since < WINDOW_MS ? known : { since: now, tries: 0 };
    current.tries += 1;
    if (!known && this.windows.size >= MOST_ADDRESSES) this.forgetEnded(now);
    this.windows.set(address, current);
    if (current.tries > MOST_IN_WINDOW) {
      throw common.too_many_requests({ retryAfterSeconds: Math.ceil((current.since + WINDOW_MS - now) / 1_000) });
    }
  }

  private forgetEnded(now: number): void {
    for (const [address, { since }] of this.windows) if (now - since >= WINDOW_MS) this.windows.delete(address);
    if (this.windows.size >= MOST_ADDRESSES) this.windows.clear();
  }
}
