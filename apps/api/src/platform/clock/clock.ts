/** Time as a dependency, so that a deadline can be tested. */
export abstract class Clock {
  /** This instant. */
  abstract now(): Date;

  /** The calendar day in Shanghai, YYYY-MM-DD. */
  today(): string {
    return shanghaiDate(this.now());
  }
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day an instant falls on in Shanghai, YYYY-MM-DD. */
export function shanghaiDate(instant: Date): string {
  return SHANGHAI.format(instant);
}
