import { createHash, pbkdf2Sync } from 'node:crypto';
import { portableHashing } from '../page/portable-hashing.ts';
import { canonicalJson, hashOf, hashWith, receiptHashOf, verifyBundle } from '../src/index.ts';
import { buildBundle, receiptOf } from './build-bundle.ts';

describe.each([
  ['WebCrypto', null],
  ['the page’s own', portableHashing],
])('hashing with %s', (_, hashing) => {
  beforeAll(() => hashWith(hashing));
  afterAll(() => hashWith(null));

  it.each([{}, [], '', 'abc', '302甲室', { b: [1, null, true], a: '𠮷' }, 'x'.repeat(1_000)])(
    'gives what Node does: %j',
    async (value) => {
      expect(await hashOf(value)).toBe(createHash('sha256').update(canonicalJson(value)).digest('hex'));
      expect(await receiptHashOf(receiptOf(1), canonicalJson(value))).toBe(
        pbkdf2Sync(receiptOf(1), canonicalJson(value), 200, 32, 'sha256').toString('hex'),
      );
    },
  );

  it('checks a whole round', async () => {
    const bundle = await buildBundle([{ cast: '101', choice: 'for' }, 'close', 'announce']);
    expect(await verifyBundle(bundle, { receipt: receiptOf(1) })).toMatchObject({
      ...{ ok: true, receipt: { seq: 2, choice: 'for' } },
    });
  });
});
