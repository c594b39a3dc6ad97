/** What a reminder is put together from: all of it stands on the stairwell's public page, whoever voted how. */
export interface RemindedOf {
  estateName: string;
  buildingName: string;
  stairwellName: string;
  stairwellCode: string;
  closesAt: Date;
}

/** WeChat lets a `thing` have 20 characters. */
const MOST_OF_THING = 20;

/** Where the mini-program shows a stairwell. */
const STAIRWELL_PAGE = 'pages/stairwell/index';

/**
 * For the variables of the text message: the day and the hour of closing. Tencent lets each have six characters and no
 * link, so the place stays out and the address stands in the template itself.
 */
export function smsWords({ closesAt }: RemindedOf): [day: string, hour: string] {
  const { year: _, month, day, time } = inShanghai(closesAt);
  return [`${month}月${day}日`, time];
}

/** For the keys of the subscription message: the stairwell, and the day and the hour of closing. */
export function weappValues(of: RemindedOf): [place: string, closing: string] {
  const { year, month, day, time } = inShanghai(of.closesAt);
  return [placeOf(of), `${year}年${month}月${day}日 ${time}`];
}

/** The page the subscription message opens: the stairwell's own. */
export function weappPage({ stairwellCode }: RemindedOf): string {
  return `${STAIRWELL_PAGE}?code=${encodeURIComponent(stairwellCode)}`;
}

/** With the estate where there is room for it, and never more than WeChat takes: the end tells stairwells apart. */
function placeOf({ estateName, buildingName, stairwellName }: RemindedOf): string {
  const place = `${buildingName} ${stairwellName}`;
  const whole = `${estateName} ${place}`;
  if (fits(whole)) return whole;
  return fits(place) ? place : `…${[...place].slice(1 - MOST_OF_THING).join('')}`;
}

const fits = (text: string): boolean => [...text].length <= MOST_OF_THING;

const SHANGHAI = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function inShanghai(at: Date): { year: string; month: string; day: string; time: string } {
  const parts = Object.fromEntries(SHANGHAI.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return { year, month, day, time: `${hour}:${minute}` };
}
