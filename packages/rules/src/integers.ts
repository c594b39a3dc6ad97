/*
 * Whole numbers only. Area is counted in dm² (0.01 m²) and money in fen, so nothing here is ever a fraction, and a
 * division is only ever "how many times, and what is left over". It is written out as long division because the
 * operator `/` makes fractions and is refused by the linter in this package; BigInt would do as well, but the older
 * phones that open the mini-program do not have it.
 */

/** The largest amount (dm², fen, heads) that is accepted. Times any ratio it is still an exact JavaScript number. */
export const LARGEST_AMOUNT = 1_000_000_000_000;

/** The largest sum of weights. Three times it is still an exact JavaScript number, which `multiplyThenDivide` needs. */
export const LARGEST_WEIGHT = 1_000_000_000_000_000;

/** The largest number allowed in a ratio such as 3/4. */
export const LARGEST_RATIO_TERM = 1000;

/** A quotient and what is left over: `dividend = quotient × divisor + remainder`. */
export interface Division {
  quotient: number;
  remainder: number;
}

/** 1, 2, 4 … up to `limit`, largest first. */
function powersOfTwoUpTo(limit: number): number[] {
  const powers: number[] = [];
  for (let power = 1; power <= limit; power += power) powers.unshift(power);
  return powers;
}

/**
 * Long division of whole numbers.
 * @param dividend 0 … LARGEST_WEIGHT
 * @param divisor 1 … LARGEST_WEIGHT
 */
export function divide(dividend: number, divisor: number): Division {
  let quotient = 0;
  let remainder = dividend;
  for (const power of powersOfTwoUpTo(dividend)) {
    if (remainder >= power * divisor) {
      remainder -= power * divisor;
      quotient += power;
    }
  }
  return { quotient, remainder };
}

/**
 * `a × b ÷ c`, exact even where `a × b` would not fit: b is taken bit by bit and what exceeds c is carried over at once.
 * @param a 0 … LARGEST_WEIGHT
 * @param b 0 … LARGEST_WEIGHT
 * @param c 1 … LARGEST_WEIGHT
 */
export function multiplyThenDivide(a: number, b: number, c: number): Division {
  const once = divide(a, c);
  let quotient = 0;
  let remainder = 0;
  let rest = b;
  for (const power of powersOfTwoUpTo(b)) {
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
