/** @jest-environment node */
import { renderToStaticMarkup } from 'react-dom/server';
import { withWholeNumbers, withWholeWords } from './line-breaks';

/** The pieces within which no line may end. */
const whole = (markup: string): string[] =>
  [...markup.matchAll(/<span class="unbroken">(.*?)<\/span>/g)].map((m) => m[1]!);
const numbersIn = (text: string) => whole(renderToStaticMarkup(<>{withWholeNumbers(text)}</>));

describe('Where lines end', () => {
  it.each([
    ['正在表决，12月5日（周六）晚上8点截止，还有5天。', ['12月5日', '（周六）', '晚上8点', '还有5天']],
    ['今天下午3点05分登录的', ['下午3点05分']],
    ['480.00 / 720.00㎡', ['720.00㎡']],
    ['我家分摊33,571.43元', ['33,571.43元']],
    ['没收到？60秒后可以再发', ['60秒']],
    ['结束 90 天后清除', ['90 天']],
  ])('never between a number and what it counts: %s', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });

  it('keeps the dot of a place off the start of a line, and the room in one piece', () => {
    expect(numbersIn('春晓苑 · 2号楼 · 6号 · 201室')).toEqual(['春晓苑 ·', '2号楼 ·', '6号 ·', '201室']);
  });

  it('never inside a word of a title', () => {
    const title = '最后一步：真的要注销吗？';
    expect(whole(renderToStaticMarkup(<>{withWholeWords(title)}</>))).toContain('真的');
  });

  it('changes nothing of what the text says, and leaves other children alone', () => {
    const markup = renderToStaticMarkup(<>{withWholeWords(['第2步：', <b key="b">3天</b>])}</>);
    expect(markup.replace(/<\/?span[^>]*>/g, '')).toBe('第2步：<b>3天</b>');
  });
});
