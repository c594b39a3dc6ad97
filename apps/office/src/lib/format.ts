/** 6145 → "61.45": square metres from 0.01 m². */
export const area = (areaDm2: number): string => fixed2(areaDm2);

/** 12345678 → "123,456.78": yuan from fen. */
export const yuan = (fen: number): string => fixed2(fen).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** 12345678 → "123456.78": yuan for an input, without separators. */
export const plainYuan = (fen: number): string => fixed2(fen);

function fixed2(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "1,234.5" → 123450; null when it is not an amount with at most two decimals. Full-width digits are read too. */
export function parseHundredths(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** "JBSWY3DPEHPK3PXP" → "JBSW Y3DP EHPK 3PXP": as people copy it by hand. */
export const inFours = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? '';
