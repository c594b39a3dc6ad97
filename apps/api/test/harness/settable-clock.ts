import { Clock } from '../../src/platform/clock';

/** A clock that runs from where a test puts it. */
export class SettableClock extends Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** From now on it is this instant, and time goes on. */
  set(instant: string | Date): void {
    this.offsetMs = new Date(instant).getTime() - Date.now();
  }

  /** Moves on by so many minutes. */
  advanceMinutes(minutes: number): void {
    this.offsetMs += minutes * 60_000;
  }
}
