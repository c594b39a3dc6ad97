/** Before the lines of the two checks. */
export const nightlyHeading = (day: string): string => `每晚核对（${day}）：`;

/** When there is nothing to do. */
export const alreadyChecked = '今天已经核对过了，或者另一个进程正在核对。';
