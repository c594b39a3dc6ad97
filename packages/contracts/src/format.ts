const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const two = (value: number) => String(value).padStart(2, '0');

/** Shanghai's wall clock, to be read with the UTC getters; a mini-program's engine knows no time zones. */
function inShanghai(instant: string | Date): Date {
  return new Date(new Date(instant).getTime() + SHANGHAI_OFFSET_MS);
}

function partOfDay(hour: number): string {
  if (hour < 5) return '凌晨';
  if (hour < 9) return '早上';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

/** “晚上8点”, “上午9点半”, “下午3点05分”: a time of day in Shanghai as people say it. */
export function formatTime(instant: string | Date): string {
  const at = inShanghai(instant);
  const hour = at.getUTCHours();
  const minute = at.getUTCMinutes();
  const minutes = minute === 0 ? '' : minute === 30 ? '半' : `${two(minute)}分`;
  return `${partOfDay(hour)}${hour > 12 ? hour - 12 : hour}点${minutes}`;
}

/** “12月3日（周四）” */
export function formatDay(instant: string | Date): string {
  const at = inShanghai(instant);
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日（${WEEKDAYS[at.getUTCDay()]}）`;
}

/** “12月3日（周四）晚上8点” */
export function formatMoment(instant: string | Date): string {
  return `${formatDay(instant)}${formatTime(instant)}`;
}

/** “2026年12月3日 20:05”, where the minute matters. */
export function formatStamp(instant: string | Date): string {
  const at = inShanghai(instant);
  const day = `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** A date without a time, YYYY-MM-DD → “2026年12月3日”. */
export function formatDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Calendar days in Shanghai from now until then: 0 today, negative when past. */
export function daysUntil(instant: string | Date, now: Date): number {
  const dayNumber = (at: Date) => Math.floor((at.getTime() + SHANGHAI_OFFSET_MS) / DAY_MS);
  return dayNumber(new Date(instant)) - dayNumber(now);
}

/** “12月3日（周四）晚上8点截止，还有5天”; on the last day the hours, afterwards that it is over. */
export function formatDeadline(closesAt: string | Date, now: Date): string {
  const moment = `${formatMoment(closesAt)}截止`;
  const leftMs = new Date(closesAt).getTime() - now.getTime();
  if (leftMs <= 0) return `${moment}，已经结束`;
  const days = daysUntil(closesAt, now);
  if (days > 0) return `${moment}，还有${days}天`;
  const hours = Math.floor(leftMs / HOUR_MS);
  return hours > 0 ? `${moment}，还有${hours}小时` : `${moment}，还有${Math.max(1, Math.floor(leftMs / 60_000))}分钟`;
}

/** Hundredths of a square metre → “68.52㎡”; an area nobody knows yet says so. */
export function formatArea(areaDm2: number | null): string {
  return areaDm2 === null ? '面积待补' : `${hundredths(areaDm2)}㎡`;
}

/** Fen → “470,000.00元”. */
export function formatMoney(amountFen: number): string {
  return `${hundredths(amountFen)}元`;
}

/** 47000000 → “470,000.00”, by digits alone, so that nothing is rounded. */
function hundredths(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '−' : ''}${whole}.${digits.slice(-2)}`;
}

/** The part of a whole in percent, rounded down to two places: 2 of 3 → “66.66%”. An empty whole has none. */
export function formatPercent(part: number, whole: number): string {
  if (whole <= 0) return '—';
  const hundredthsOfPercent = (BigInt(part) * 10_000n) / BigInt(whole);
  return `${hundredths(Number(hundredthsOfPercent))}%`;
}

/** Amounts of a gate in its own unit: “8 / 12 户” by headcount, “548.00 / 822.00㎡” by area. */
export function formatFraction(part: number, whole: number, basis: 'headcount' | 'exclusive_area'): string {
  return basis === 'headcount' ? `${part} / ${whole} 户` : `${hundredths(part)} / ${hundredths(whole)}㎡`;
}

/** The fraction first, the percentage beside it: “8 / 12 户（66.66%）”. */
export function formatShare(part: number, whole: number, basis: 'headcount' | 'exclusive_area'): string {
  return `${formatFraction(part, whole, basis)}（${formatPercent(part, whole)}）`;
}

/** A receipt code in groups of four: “7KQ2 M4XD 9A”. */
export function formatReceiptCode(code: string): string {
  return (code.replace(/[^0-9A-Za-z]/g, '').match(/.{1,4}/g) ?? []).join(' ');
}

/** “302室”, whether or not the roll writes the 室. */
export function formatRoom(roomNo: string): string {
  return /[室号]$/.test(roomNo) ? roomNo : `${roomNo}室`;
}

/** “东苑花园 · 3号楼 · 9号门洞 · 302室”; empty parts are left out. */
export function formatPlace(...parts: (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** “3f2a 01b1”: the first eight characters of a hash, as people compare them. */
export function formatHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
