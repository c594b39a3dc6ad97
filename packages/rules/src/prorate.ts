import { multiplyThenDivide } from './integers.ts';

/** One part of an amount that was split, and whether the leftover fen fell to it. */
export interface Part {
  amount: number;
  roundedUp: boolean;
}

/**
 * Splits an amount by weights so that the parts sum to it exactly: each part is rounded down, and what is left over goes,
 * one by one, to the largest remainders (最大余额法); among equal remainders to the earlier in the list.
 * @param amount whole, 0 … LARGEST_AMOUNT
 * @param weights whole, their sum 1 … LARGEST_WEIGHT
 */
export function prorate(amount: number, weights: readonly number[]): Part[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => multiplyThenDivide(amount, weight, total));
  const left = amount - exact.reduce((sum, { quotient }) => sum + quotient, 0);
  const luckyFirst = exact
    .map(({ remainder }, position) => ({ remainder, position }))
    .sort((a, b) => b.remainder - a.remainder || a.position - b.position);
  const lucky = new Set(luckyFirst.slice(0, left).map(({ position }) => position));
  return exact.map(({ quotient }, position) => {
    const roundedUp = lucky.has(position);
    return { amount: roundedUp ? quotient + 1 : quotient, roundedUp };
  });
}
