import { costSums, gapsOf, type DraftForm } from './draft';
import { parseHundredths, yuan } from './format';
import { instantOf, wallClock } from './shanghai';

const form: DraftForm = {
  id: 'round',
  estateId: 'estate',
  scopeKind: 'stairwell',
  scopeId: 'stairwell',
  rulesetId: 'national',
  title: '加装电梯',
  statement: '说明',
  schemeText: '方案',
  total: '700,000',
  subsidy: '280000.00',
  method: 'custom',
  coefficients: {},
  amounts: { 'room-101': '0', 'room-201': '139999.99', 'room-301': '280000.01' },
  agreementText: '协议',
  closesDate: '2026-12-03',
  closesTime: '20:00',
};
const rooms = Object.keys(form.amounts);
const now = new Date('2026-11-24T12:00:00Z');

describe('the cost table while it is typed', () => {
  test('sums to the fen against total minus subsidy', () => {
    expect(costSums(form, rooms)).toEqual({ sumFen: 42_000_000, dueFen: 42_000_000, overFen: 0, wrong: [] });
    expect(gapsOf(3, form, rooms, now)).toEqual([]);
  });
  test('one fen too much is said, not rounded away', () => {
    const oneOver = { ...form, amounts: { ...form.amounts, 'room-201': '140000.00' } };
    expect(costSums(oneOver, rooms).overFen).toBe(1);
    expect(gapsOf(3, oneOver, rooms, now)).toEqual(['sum']);
  });
  test('a door left empty is named; it does not count as zero', () => {
    expect(costSums(form, [...rooms, 'room-401']).wrong).toEqual(['room-401']);
    expect(gapsOf(3, form, [...rooms, 'room-401'], now)).toEqual(['amounts']);
  });
  test('a subsidy above the total is refused', () => {
    expect(gapsOf(3, { ...form, subsidy: '700000.01' }, rooms, now)).toContain('subsidy');
  });
});

describe('amounts as people type them', () => {
  test.each([
    ['68.52', 6852],
    ['68.5', 6850],
    ['１２３４', 123400],
    ['1,234.50', 123450],
    ['0', 0],
  ])('%s is read', (text, hundredths) => expect(parseHundredths(text)).toBe(hundredths));
  test.each(['', '-1', '1.234', '约70', '1e3'])('“%s” is not an amount', (text) =>
    expect(parseHundredths(text)).toBeNull(),
  );
  test('yuan are written with thousands and two decimals', () => expect(yuan(42_000_001)).toBe('420,000.01'));
});

describe('the closing time', () => {
  test('is meant in Shanghai, whatever the computer says', () => {
    expect(instantOf('2026-12-03', '20:00')).toBe('2026-12-03T12:00:00.000Z');
    expect(wallClock('2026-12-03T16:30:00Z')).toEqual({ date: '2026-12-04', time: '00:30' });
  });
  test('must lie ahead', () => {
    expect(gapsOf(5, form, rooms, now)).toEqual([]);
    expect(gapsOf(5, form, rooms, new Date('2026-12-03T12:00:00Z'))).toEqual(['closes']);
    expect(gapsOf(5, { ...form, closesDate: '' }, rooms, now)).toEqual(['closes']);
  });
});
