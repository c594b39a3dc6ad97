/*
 * Whole numbers only. Area is counted in dm² (0.01 m²) and money in fen, so nothing here is ever a fraction, and a
 * division is only ever "how many times, and what is left over". The operator `/` makes fractions, so the linter refuses
 * it everywhere in this package but in the one place below; BigInt would do as well, but the older phones that open the
 * mini-program do not have it.
 */

/** The largest amount (dm², fen, heads) that is accepted. Times any ratio it is still an exact JavaScript number. */
export const LARGEST_AMOUNT = 1_000_000_000_000;

/** The largest sum of weights. Three times it is still an exact JavaScript number, which `multiplyThenDivide` needs. */
export const LARGEST_WEIGHT = 1_000_000_000_000_000;

/** The largest power of two within LARGEST_WEIGHT. */
const LARGEST_POWER = 2 ** 49;

/** The largest number allowed in a ratio such as 3/4. */
export const LARGEST_RATIO_TERM = 1000;

/** A quotient and what is left over: `dividend = quotient × divisor + remainder`. */
export interface Division {
  quotient: number;
  remainder: number;
}

/**
 * Division of whole numbers.
 * @param dividend 0 … Number.MAX_SAFE_INTEGER
 * @param divisor 1 … LARGEST_WEIGHT
 */
export function divide(dividend: number, divisor: number): Division {
  const remainder = dividend % divisor;
  // eslint-disable-next-line no-restricted-syntax -- nothing is left over, so what comes out is whole
  return { quotient: (dividend - remainder) / divisor, remainder };
}

/**
 * `a × b ÷ c`, exact even where `a × b` would not fit: b is then taken bit by bit, and what exceeds c is carried over at
 * once.
 * @param a 0 … LARGEST_WEIGHT
 * @param b 0 … LARGEST_WEIGHT
 * @param c 1 … LARGEST_WEIGHT
 */
export function multiplyThenDivide(a: number, b: number, c: number): Division {
  if (a * b <= Number.MAX_SAFE_INTEGER) return divide(a * b, c);
  const once = divide(a, c);
  let quotient = 0;
  let remainder = 0;
  let rest = b;
  for (let power = LARGEST_POWER; power >= 1; power = divide(power, 2).quotient) {
    quotient += quotient;
    remainder += remainder;
    if (rest >= power) {
      rest -= power;
      quotient += once.quotient;
      remainder += once.remainder;
    }
    while (remainder >= c) {
      remainder -= c;
      quotient += 1;
    }
  }
  return { quotient, remainder };
}

/** The quotient, one higher when anything is left over. */
export function roundedUp(division: Division): number {
  return division.remainder > 0 ? division.quotient + 1 : division.quotient;
}
