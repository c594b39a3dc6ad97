import { actionWords, detailWords, loggedHelperWords } from './audit-words';

describe('an event of the log in words', () => {
  test('codes are named, identifiers are left out', () => {
    expect(detailWords({ roundId: '1d7c…', householdId: '9a4e…', channel: 'paper', seq: 2 })).toEqual([
      '渠道：纸质表决票',
      '第几次：2',
    ]);
  });
  test('a reason stands as it was written', () => {
    expect(detailWords({ relation: 'tenant', cause: 'office', reason: '已经搬走' })).toEqual([
      '关系：承租人',
      '由谁：加梯办',
      '理由：已经搬走',
    ]);
  });
  test('before and after of an area are read like the roll', () => {
    expect(
      detailWords({
        before: { exclusiveAreaDm2: null, areaSource: null },
        after: { exclusiveAreaDm2: 6852, areaSource: 'registered' },
      }),
    ).toEqual(['原来：面积：面积待补', '改为：面积：68.52㎡，依据：不动产登记']);
  });
  test('a date that was taken away says so', () => {
    expect(detailWords({ before: '2026-12-03', after: null })).toEqual(['原来：2026年12月3日', '改为：无']);
  });
  test('who held the device is named by what they are', () => {
    expect(loggedHelperWords('child 王*')).toBe('儿子或女儿 王*');
  });
  test('an action without words stands as it is', () => {
    expect([actionWords('dispute.settle'), actionWords('lift.arrive')]).toEqual(['了结争议', 'lift.arrive']);
  });
});
