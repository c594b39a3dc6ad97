import {
  formatArea,
  formatDeadline,
  formatHash,
  formatMoney,
  formatMoment,
  formatPercent,
  formatShare,
  formatTime,
} from './format.ts';

describe('what people read', () => {
  it.each([
    ['2026-12-03T12:00:00Z', '12月3日（周四）晚上8点'],
    ['2026-12-02T16:00:00Z', '12月3日（周四）凌晨0点'],
    ['2026-12-03T01:30:00Z', '12月3日（周四）上午9点半'],
    ['2026-12-03T04:05:00Z', '12月3日（周四）中午12点05分'],
  ])('says %s in Shanghai as %s', (instant, words) => {
    expect(formatMoment(instant)).toBe(words);
  });

  it('says how long is left in days of the calendar, then in hours, then in minutes', () => {
    const closesAt = '2026-12-03T12:00:00Z';
    expect(formatDeadline(closesAt, new Date('2026-11-28T13:00:00Z'))).toBe('12月3日（周四）晚上8点截止，还有5天');
    expect(formatDeadline(closesAt, new Date('2026-12-02T15:59:00Z'))).toContain('还有1天');
    expect(formatDeadline(closesAt, new Date('2026-12-03T08:30:00Z'))).toContain('还有3小时');
    expect(formatDeadline(closesAt, new Date('2026-12-03T11:59:30Z'))).toContain('还有1分钟');
    expect(formatDeadline(closesAt, new Date(closesAt))).toContain('已经结束');
  });

  it('writes areas and money digit by digit, without rounding', () => {
    expect(formatArea(6852)).toBe('68.52㎡');
    expect(formatArea(5)).toBe('0.05㎡');
    expect(formatArea(null)).toBe('面积待补');
    expect(formatMoney(47_000_000)).toBe('470,000.00元');
    expect(formatMoney(-7)).toBe('−0.07元');
  });

  it('puts the fraction first and rounds the percentage down, so that 66.67% is never shown for two thirds', () => {
    expect(formatShare(8, 12, 'headcount')).toBe('8 / 12 户（66.66%）');
    expect(formatShare(54_799, 82_200, 'exclusive_area')).toBe('547.99 / 822.00㎡（66.66%）');
    expect(formatPercent(1999, 2000)).toBe('99.95%');
    expect(formatPercent(999_999, 1_000_000)).toBe('99.99%');
    expect(formatPercent(0, 0)).toBe('—');
  });

  it('shortens a hash to what two people can compare', () => {
    expect(formatHash('3f2a01b1' + '0'.repeat(56))).toBe('3f2a 01b1');
  });

  it('uses the words of the day', () => {
    expect(formatTime('2026-12-03T00:15:00Z')).toBe('早上8点15分');
  });
});
