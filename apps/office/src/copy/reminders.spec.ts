import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftWords, reminders, smsTemplate, smsText, weappLines } from './reminders';

describe('what the confirmation says word for word', () => {
  test('the text message is the template that operations has registered, and no other', () => {
    const operations = readFileSync(join(__dirname, '../../../../docs/operations.md'), 'utf8');
    expect(operations).toContain(`\`${smsTemplate('jiati.example.org')}\``);
  });
  test('it holds the day and the hour of closing as they stand on a clock in Shanghai', () => {
    expect(smsText('jiati.example.org', '2026-12-03T16:05:00Z')).toBe(
      '您家门洞加装电梯的征询，截止日期是12月4日，时间是00:05。请打开 jiati.example.org 看看，也可以问居委会。',
    );
  });
  test('in WeChat a round of one stairwell names it, a larger one says that it is each one’s own', () => {
    expect(weappLines('春晓苑 3号楼 7号', '2026-12-03T12:00:00Z')).toEqual([
      '门洞：春晓苑 3号楼 7号',
      '截止：2026年12月3日 20:00',
    ]);
    for (const place of [null, '春晓苑东区第二居民小区 13号楼 107号门洞'])
      expect(weappLines(place, '2026-12-03T12:00:00Z')[0]).toBe('门洞：住户自己的小区、楼和门洞');
  });
  test('only the channels something goes out by are counted', () => {
    expect(reminders.channels(4, 0)).toBe('短信 4 条');
    expect(reminders.channels(1, 2)).toBe('短信 1 条，微信消息 2 条');
  });
});

describe('how many times more reminders may go out', () => {
  test('so many, so many from a moment on, or none', () => {
    expect(leftWords({ asksLeft: 2, mayAskFrom: null })).toBe('2 次');
    expect(leftWords({ asksLeft: 2, mayAskFrom: '2026-12-03T12:00:00Z' })).toBe(
      '2 次，12月3日（周四）晚上8点以后可以发',
    );
    expect(leftWords({ asksLeft: 0, mayAskFrom: null })).toBe('次数用完了，不能再发');
  });
});
