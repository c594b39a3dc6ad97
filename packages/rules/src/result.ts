/** What can be wrong with an input. The name says what, `path` says where, `found` shows the value when it helps. */
export type ProblemCode =
  | 'not_an_object'
  | 'not_a_list'
  | 'not_text'
  | 'not_a_flag'
  | 'not_an_integer'
  | 'too_small'
  | 'too_large'
  | 'empty'
  | 'duplicate'
  | 'unknown_choice'
  | 'unknown_value'
  | 'unknown_household'
  | 'unknown_field'
  | 'unknown_ruleset'
  | 'no_owner'
  | 'ratio_above_one'
  | 'never_reachable'
  | 'not_a_date'
  | 'no_holiday_table'
  | 'does_not_sum'
  | 'missing_floor'
  | 'missing_area'
  | 'nobody_pays'
  | 'unreachable_state'
  | 'dead_end';

/** One thing that is wrong, with the path of the field: `ballots[3].choice`. */
export interface Problem {
  code: ProblemCode;
  path: string;
  found?: string | number;
}

/** Every function of this package that can be given something wrong answers with one of these two, and never throws. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** The answer. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The refusal: one problem, or several. */
export function refuse(...problems: Problem[]): { ok: false; problems: Problem[] } {
  return { ok: false, problems };
}
