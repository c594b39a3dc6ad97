import fc from 'fast-check';
import { divide, LARGEST_WEIGHT, multiplyThenDivide, roundedUp } from '../src/integers.ts';
import './support/builders.ts';
import { prorate } from '../src/prorate.ts';

const amount = fc.oneof(fc.nat({ max: 50 }), fc.integer({ min: 0, max: LARGEST_WEIGHT }));
const divisor = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: LARGEST_WEIGHT }));

test('a division leaves over what does not fit', () => {
  expect(divide(20, 3)).toEqual({ quotient: 6, remainder: 2 });
  expect(divide(2, 3)).toEqual({ quotient: 0, remainder: 2 });
  expect(divide(0, 3)).toEqual({ quotient: 0, remainder: 0 });
  expect(divide(21, 3)).toEqual({ quotient: 7, remainder: 0 });
});

test('rounding up adds one only where something is left over', () => {
  expect(roundedUp({ quotient: 6, remainder: 2 })).toBe(7);
  expect(roundedUp({ quotient: 7, remainder: 0 })).toBe(7);
});

test('division agrees with arbitrary-precision arithmetic', () => {
  fc.assert(
    fc.property(amount, divisor, (a, b) => {
      expect(divide(a, b)).toEqual({ quotient: Number(BigInt(a) / BigInt(b)), remainder: a % b });
    }),
  );
});

test('a × b ÷ c is exact even where a × b would not fit', () => {
  fc.assert(
    fc.property(amount, divisor, divisor, (a, c, other) => {
      const b = Math.min(other, c);
      const product = BigInt(a) * BigInt(b);
      expect(multiplyThenDivide(a, b, c)).toEqual({
        quotient: Number(product / BigInt(c)),
        remainder: Number(product % BigInt(c)),
      });
    }),
  );
  expect(multiplyThenDivide(LARGEST_WEIGHT, LARGEST_WEIGHT - 1, LARGEST_WEIGHT)).toEqual({
    quotient: LARGEST_WEIGHT - 1,
    remainder: 0,
  });
});

test('parts sum to the whole, and none is further than one from its exact share', () => {
  fc.assert(
    fc.property(amount, fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 40 }), (whole, weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      fc.pre(total > 0);
      const parts = prorate(whole, weights);
      expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(whole));
      parts.forEach(({ amount: part, roundedUp: up }, i) => {
        const floor = (BigInt(whole) * BigInt(weights[i] as number)) / BigInt(total);
        expect(BigInt(part)).toBe(floor + (up ? 1n : 0n));
      });
    }),
  );
});

test('the leftover goes to the largest remainders, and among equals to the earlier', () => {
  expect(prorate(10, [1, 1, 1]).map((part) => part.amount)).toEqual([4, 3, 3]);
  expect(prorate(10, [1, 2, 3]).map((part) => part.amount)).toEqual([2, 3, 5]);
  expect(prorate(7, [1, 4, 4]).map((part) => part)).toEqual([
    { amount: 1, roundedUp: true },
    { amount: 3, roundedUp: false },
    { amount: 3, roundedUp: false },
  ]);
});
