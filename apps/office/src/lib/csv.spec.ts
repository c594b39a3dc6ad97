import { csvOf } from './csv';

describe('a table for a spreadsheet', () => {
  test('quotes, commas and line breaks stay inside their cell', () => {
    expect(csvOf([['说“好”', 'a "b", c', '两\n行']])).toBe('\uFEFF"说“好”","a ""b"", c","两\n行"\r\n');
  });
  test.each(['=1+1', '+8613800000000', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '\n=HYPERLINK("x")'])(
    '%j is a text and no formula',
    (text) => {
      expect(csvOf([[text]])).toBe(`\uFEFF"'${text.replaceAll('"', '""')}"\r\n`);
    },
  );
  test('a minus or an equals sign inside a text is left alone', () => {
    expect(csvOf([['1-2', 'a=b', '陈@']])).toBe('\uFEFF"1-2","a=b","陈@"\r\n');
  });
});
