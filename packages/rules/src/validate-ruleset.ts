import { isDate } from './calendar-day.ts';
import { Problems } from './check-input.ts';
import { LARGEST_RATIO_TERM } from './integers.ts';
import { ok, refuse, type Result } from './result.ts';
import type { Ruleset } from './ruleset.ts';

type Fields = Record<string, unknown>;
type FieldCheck = (value: unknown, path: string, problems: Problems) => void;

const text: FieldCheck = (value, path, problems) => void problems.text(value, path);
const flag: FieldCheck = (value, path, problems) => {
  if (typeof value !== 'boolean') problems.add('not_a_flag', path, value);
};
const integer =
  (least: number, most: number): FieldCheck =>
  (value, path, problems) =>
    void problems.integer(value, path, least, most);
const oneOf =
  (...words: string[]): FieldCheck =>
  (value, path, problems) =>
    void problems.oneOf(value, path, words);
const orNull =
  (check: FieldCheck): FieldCheck =>
  (value, path, problems) => {
    if (value !== null) check(value, path, problems);
  };
/** For what older rules, pinned by rounds long decided, do not have. */
const absentOr =
  (check: FieldCheck): FieldCheck =>
  (value, path, problems) => {
    if (value !== undefined) check(value, path, problems);
  };
const date: FieldCheck = (value, path, problems) => {
  if (!isDate(value)) problems.add('not_a_date', path, value);
};
const listOf =
  (check: FieldCheck): FieldCheck =>
  (value, path, problems) => {
    if (!Array.isArray(value)) problems.add('not_a_list', path);
    else value.forEach((entry, i) => check(entry, `${path}[${i}]`, problems));
  };
const filledListOf =
  (check: FieldCheck): FieldCheck =>
  (value, path, problems) => {
    if (problems.filledList(value, path)) listOf(check)(value, path, problems);
  };

/** An object with exactly these fields: one missing and one unknown are both named. */
const record =
  (checks: Record<string, FieldCheck>): FieldCheck =>
  (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return problems.add('not_an_object', path);
    const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
    for (const [name, check] of Object.entries(checks)) check((value as Fields)[name], inside(name), problems);
    for (const name of Object.keys(value)) if (!(name in checks)) problems.add('unknown_field', inside(name));
  };

const citation = record({ document: text, article: text });

const gateFields = record({
  id: text,
  role: oneOf('quorum', 'approval', 'no_objection'),
  basis: oneOf('headcount', 'exclusive_area'),
  base: oneOf('electorate', 'participants'),
  numerator: integer(1, LARGEST_RATIO_TERM),
  denominator: integer(1, LARGEST_RATIO_TERM),
  comparison: oneOf('at_least', 'more_than'),
  citation,
});

/** A gate nobody could ever meet, or one that means nothing, is refused here and not found out at the count. */
const gate: FieldCheck = (value, path, problems) => {
  const before = problems.list.length;
  gateFields(value, path, problems);
  if (problems.list.length > before) return;
  const { role, basis, base, numerator, denominator, comparison } = value as Ruleset['gates'][number];
  const everybody = numerator === denominator;
  if (numerator > denominator) problems.add('ratio_above_one', `${path}.numerator`, numerator);
  else if (everybody && comparison === 'more_than') problems.add('never_reachable', `${path}.comparison`, comparison);
  if (role !== 'approval' && base !== 'electorate') problems.add('unknown_value', `${path}.base`, base);
  if (role !== 'no_objection') return;
  if (basis !== 'headcount') problems.add('unknown_value', `${path}.basis`, basis);
  if (!everybody) problems.add('unknown_value', `${path}.numerator`, numerator);
};

const gates: FieldCheck = (value, path, problems) => {
  filledListOf(gate)(value, path, problems);
  if (!Array.isArray(value)) return;
  const ids = value.map((entry: Fields | null) => entry?.id);
  ids.forEach((id, i) => {
    if (typeof id === 'string' && ids.indexOf(id) < i) problems.add('duplicate', `${path}[${i}].id`, id);
  });
};

const evidence = listOf(oneOf('signature', 'signer_name', 'signer_relation', 'identity_check', 'paper_photo'));

const telling = oneOf('turnout', 'distance');

const ruleset = record({
  id: text,
  version: integer(1, 1_000_000),
  name: text,
  jurisdiction: text,
  document: text,
  documentNo: orNull(text),
  article: text,
  verified: flag,
  archived: flag,
  inForceFrom: orNull(date),
  inForceUntil: orNull(date),
  scopes: filledListOf(oneOf('stairwell', 'building', 'estate')),
  gates,
  abstaining: oneOf('takes_part_without_agreeing'),
  silence: oneOf('never_agreement'),
  objections: oneOf('mediated', 'none_in_writing_or_settled_before_filing', 'not_stated'),
  notices: listOf(
    record({
      what: oneOf('scheme', 'letters_of_objection'),
      days: integer(1, 366),
      counting: oneOf('natural', 'working'),
      firstDay: oneOf('next_day', 'same_day'),
      citation,
    }),
  ),
  proxyCap: orNull(integer(0, 1_000_000)),
  electronicBallots: oneOf('binding', 'preparatory'),
  leastEvidence: absentOr(record({ self_service: evidence, home_visit: evidence, paper: evidence, proxy: evidence })),
  whileOpen: absentOr(record({ everyone: oneOf('turnout'), volunteers: telling, officers: telling })),
  mustConsent: listOf(oneOf('owners_whose_exclusive_part_is_used')),
  linkedMotions: listOf(
    record({ when: oneOf('estate_common_land_used'), rulesetId: text, rulesetVersion: integer(1, 1_000_000) }),
  ),
  changeOfMind: oneOf('until_close', 'never'),
  publicHousing: oneOf('title_holder', 'tenant_opinion'),
});

/**
 * Checks a ruleset that comes from outside: every field is there and nothing else is, every ratio can be met, every gate
 * means something. The same rules stand in `schema/ruleset.schema.json` for other languages.
 *
 * @returns the ruleset itself; or everything that is wrong, each with its path (`gates[2].numerator`: `ratio_above_one`).
 */
export function validateRuleset(candidate: unknown): Result<Ruleset> {
  if (foundSound.has(candidate as object)) return ok(candidate as Ruleset);
  const problems = new Problems();
  ruleset(candidate, '', problems);
  if (!problems.none) return refuse(...problems.list);
  if (isFrozenThroughout(candidate)) foundSound.add(candidate as object);
  return ok(candidate as Ruleset);
}

/** Rulesets that were found sound and cannot change any more: they are not looked through again at every count. */
const foundSound = new WeakSet<object>();

function isFrozenThroughout(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout);
}
