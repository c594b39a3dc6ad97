/** Dates as the office writes them: Asia/Shanghai, whatever the clock of the computer says. */
const zone = 'Asia/Shanghai';
const offset = '+08:00';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export interface WallClock {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM */
  time: string;
}

/** The date and time on a clock in Shanghai at an instant. */
export function wallClock(instant: string | Date): WallClock {
  const found: Record<string, string> = {};
  for (const { type, value } of parts.formatToParts(new Date(instant))) found[type] = value;
  return { date: `${found['year']}-${found['month']}-${found['day']}`, time: `${found['hour']}:${found['minute']}` };
}

/** The instant (ISO UTC) at which a clock in Shanghai shows this date and time; null when either is not one. */
export function instantOf(date: string, time: string): string | null {
  const instant = new Date(`${date}T${time}:00${offset}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** The date some days later (YYYY-MM-DD). */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
