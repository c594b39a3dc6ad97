import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock';

const dayMs = 24 * 60 * 60_000;

/** The same thing always gets the same id, so that a seed cut short goes on where it stopped instead of doubling. */
export function demoId(...key: string[]): string {
  const hex = createHash('sha256')
    .update(['demo', ...key].join('\n'))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Lets a demo have a past. The use cases take every instant from the one clock; while the seed runs, and only in the
 * process of its command, that clock shows the days of the story.
 */
export class Past {
  constructor(
    private readonly clock: Clock,
    /** The instant everything is told from; kept, so that a second run tells the same story. */
    readonly seededAt: Date,
  ) {}

  /** The instant so many days before (or, negative, after) the seed; the hour is Shanghai's. */
  daysAgo(days: number, hour = 10, minute = 0): Date {
    const day = new Date(this.seededAt.getTime() - days * dayMs);
    day.setUTCHours(hour - 8, minute, 0, 0);
    return day;
  }

  /** Does work as if it were that instant. */
  async at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    const shown = this.clock as { now?: () => Date };
    const before = Object.getOwnPropertyDescriptor(shown, 'now');
    shown.now = () => new Date(instant);
    try {
      return await work();
    } finally {
      if (before) Object.defineProperty(shown, 'now', before);
      else delete shown.now;
    }
  }
}
