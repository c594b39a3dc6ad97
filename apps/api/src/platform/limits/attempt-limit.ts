import type { Clock } from '../clock';
import { common } from '../errors';

/** At most so many attempts of one sender within a window. */
export interface Allowance {
  windowMs: number;
  most: number;
}

const MOST_SENDERS = 10_000;

/**
 * Holds back one sender (an address) that tries too often. Kept in this process's memory: it slows guessing down and
 * is forgotten with a restart; what must never be passed is counted in the database.
 */
export class AttemptLimit {
  private readonly windows = new Map<string, { since: number; attempts: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly allowance: Allowance,
  ) {}

  /** @throws too_many_requests (429, with Retry-After) once the allowance of the window is used up */
  assertOpen(sender: string): void {
    const now = this.clock.now().getTime();
    const current = this.windows.get(sender);
    if (!current || current.attempts < this.allowance.most || !this.isRunning(current, now)) return;
    const leftMs = current.since + this.allowance.windowMs - now;
    throw common.too_many_requests({ retryAfterSeconds: Math.ceil(leftMs / 1_000) });
  }

  /** Counts one attempt. */
  count(sender: string): void {
    const now = this.clock.now().getTime();
    const known = this.windows.get(sender);
    if (!known && this.windows.size >= MOST_SENDERS) this.forgetEnded(now);
    const current = known && this.isRunning(known, now) ? known : { since: now, attempts: 0 };
    current.attempts += 1;
    this.windows.set(sender, current);
  }

  private isRunning({ since }: { since: number }, now: number): boolean {
    return now - since < this.allowance.windowMs;
  }

  private forgetEnded(now: number): void {
    for (const [sender, window] of this.windows) if (!this.isRunning(window, now)) this.windows.delete(sender);
    if (this.windows.size >= MOST_SENDERS) this.windows.clear();
  }
}
