import type { Basis, Citation, Gate } from '../ruleset.ts';

type Ratio = Pick<Gate, 'numerator' | 'denominator' | 'comparison'>;

export const twoThirds: Ratio = { numerator: 2, denominator: 3, comparison: 'at_least' };
export const threeQuarters: Ratio = { numerator: 3, denominator: 4, comparison: 'at_least' };
export const moreThanHalf: Ratio = { numerator: 1, denominator: 2, comparison: 'more_than' };
export const everybody: Ratio = { numerator: 1, denominator: 1, comparison: 'at_least' };

const bases: readonly [Basis, string][] = [
  ['headcount', 'heads'],
  ['exclusive_area', 'area'],
];

/** 双…参与: the same share of all owners, by heads and by area, must take part. */
export function quorum(ratio: Ratio, citation: Citation): Gate[] {
  return bases.map(([basis, name]) => ({
    id: `quorum_${name}`,
    role: 'quorum',
    basis,
    base: 'electorate',
    ...ratio,
    citation,
  }));
}

/** 双…同意: the same share, by heads and by area, must agree; of all owners or of those taking part, as the base says. */
export function approval(ratio: Ratio, base: Gate['base'], citation: Citation): Gate[] {
  return bases.map(([basis, name]) => ({ id: `approval_${name}`, role: 'approval', basis, base, ...ratio, citation }));
}

/** 其他业主不持反对意见: one owner against is enough to stop it. */
export function noObjection(citation: Citation): Gate {
  return { id: 'no_objection', role: 'no_objection', basis: 'headcount', base: 'electorate', ...everybody, citation };
}
