import { createHash, randomUUID } from 'node:crypto';
import { findPersonalData, isIdentityNumber } from './personal-data';

/** The example of GB 11643 itself, and made-up people. */
const DOCUMENT = '11010519491231002X';
const NAMES = ['倪文彬', '何小燕'];
const kindsIn = (text: string) => findPersonalData(text, NAMES).map(({ kind }) => kind);

describe('looking for personal data', () => {
  it.each<[where: string, text: string, kind: string]>([
    ['a log line', '{"level":30,"msg":"code sent to 13800001234"}', 'phone'],
    ['an address', 'GET /api/people?q=13800001234&limit=20', 'phone'],
    ['an address, encoded', '/api/people?q=%2B8613800001234', 'phone'],
    ['a page, in groups', '<p>已经发到 138 0000 1234</p>', 'phone'],
    ['a number with its country', 'tel:+86-138-0000-1234', 'phone'],
    ['an identity number', `证件号 ${DOCUMENT}`, 'document'],
    ['a name in a page', '<td>倪文彬</td>', 'name'],
    ['a name in an address', `/search?q=${encodeURIComponent('何小燕')}`, 'name'],
    ['a name in escaped JSON', String.raw`{"ownerName":"\u502a\u6587\u5f6c"}`, 'name'],
    ['a name in HTML entities', '&#20522;&#25991;&#24428;', 'name'],
  ])('finds it in %s', (_, text, kind) => {
    expect(kindsIn(text)).toEqual([kind]);
  });

  it.each<[what: string, text: string]>([
    ['a masked number', '138****1234'],
    ['an instant in milliseconds', '{"time":1764000000000}'],
    ['a landline', '021-64123456'],
    ['an amount in fen', '4313800001234500'],
    ['a masked identity number', '110105********002X'],
    ['18 digits that are no identity number', '110105194912310021'],
    ['a masked name', '倪**'],
    ['a number inside a hash', 'a13800001234f'],
  ])('lets %s pass', (_, text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('takes no hash and no id for a number, in ten thousand of them', () => {
    const hashes = Array.from({ length: 5_000 }, (_, i) => createHash('sha256').update(String(i)).digest('hex'));
    const ids = Array.from({ length: 5_000 }, () => randomUUID());
    expect(kindsIn([...hashes, ...ids].join('\n'))).toEqual([]);
  });

  it('finds the one planted number in a megabyte, and shows where', () => {
    const haystack = `${'{"route":"/api/rounds/:id","statusCode":200}\n'.repeat(12_000)}`;
    const planted = `${haystack}{"msg":"to 13912345678"}\n${haystack}`;
    expect(kindsIn(haystack)).toEqual([]);
    expect(findPersonalData(planted)).toEqual([
      { kind: 'phone', found: '13912345678', around: expect.stringContaining('to 13912345678') },
    ]);
  });

  it('knows the check character', () => {
    expect(isIdentityNumber(DOCUMENT)).toBe(true);
    expect(isIdentityNumber('110105194912310029')).toBe(false);
  });
});
