import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import {
  findRuleset,
  leastEvidenceOf,
  rulesets,
  validateRuleset,
  whileOpenOf,
  type Gate,
  type Ruleset,
} from '../src/index.ts';
import { anyRuleset, refusalOf, rulesetOf, valueOf, runs } from './support/builders.ts';

const schema = JSON.parse(readFileSync(`${__dirname}/../schema/ruleset.schema.json`, 'utf8')) as object;
const fitsSchema = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const lift = rulesetOf('cn-278-7');
const withGate = (change: Partial<Record<keyof Gate, unknown>>): unknown => ({
  ...lift,
  gates: [{ ...lift.gates[0], ...change }, ...lift.gates.slice(1)],
});

/** `≥ 2/3 of electorate` */
const outline = ({ gates }: Ruleset): string[] =>
  gates.map(
    ({ id, comparison, numerator, denominator, base }) =>
      `${id} ${comparison === 'at_least' ? '≥' : '>'} ${numerator}/${denominator} ${base}`,
  );
const double = (role: string, terms: string): string[] => [`${role}_heads ${terms}`, `${role}_area ${terms}`];
const twoThirdsTakePart = double('quorum', '≥ 2/3 electorate');
const threeQuartersOfThose = double('approval', '≥ 3/4 participants');

describe('a ruleset that cannot change any more', () => {
  const frozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };

  test('is found sound the second time too, and what is only frozen outside is looked through again', () => {
    const whole = frozen(structuredClone(lift));
    expect([validateRuleset(whole).ok, validateRuleset(whole).ok]).toEqual([true, true]);

    const outside = Object.freeze(structuredClone(lift));
    expect(validateRuleset(outside).ok).toBe(true);
    (outside.gates[0] as { numerator: number }).numerator = 0;
    expect(validateRuleset(outside).ok).toBe(false);
  });

  test('is refused each time when it is not sound', () => {
    const unsound = frozen(withGate({ numerator: 0 }));
    expect([validateRuleset(unsound).ok, validateRuleset(unsound).ok]).toEqual([false, false]);
  });
});

describe('the thresholds that are shipped', () => {
  test.each<[string, string[]]>([
    ['cn-278-7', [...twoThirdsTakePart, ...threeQuartersOfThose]],
    ['cn-278-majority', [...twoThirdsTakePart, ...double('approval', '> 1/2 participants')]],
    ['sh-2020-801-building', [...twoThirdsTakePart, ...threeQuartersOfThose]],
    ['sh-2020-801-estate', [...twoThirdsTakePart, ...double('approval', '> 1/2 participants')]],
    ['sh-2019-749-building', double('approval', '≥ 2/3 electorate')],
    ['sh-2019-749-estate', double('approval', '> 1/2 electorate')],
    ['hz-2021', [...twoThirdsTakePart, ...threeQuartersOfThose]],
    ['nb-lift', [...twoThirdsTakePart, ...threeQuartersOfThose]],
    ['gz-2025', [...twoThirdsTakePart, ...threeQuartersOfThose]],
    ['bj-2020-100', [...double('approval', '≥ 2/3 electorate'), 'no_objection ≥ 1/1 electorate']],
    ['jn-2019', double('approval', '≥ 2/3 electorate')],
    ['cn-2018-two-thirds-of-all', double('approval', '≥ 2/3 electorate')],
    ['unanimous', double('approval', '≥ 1/1 electorate')],
  ])('%s', (id, gates) => {
    expect(outline(rulesetOf(id))).toEqual(gates);
  });

  test('each is in the list above, and heads and area never differ in their terms', () => {
    expect(rulesets).toHaveLength(13);
    for (const ruleset of rulesets) {
      const terms = ruleset.gates.filter(({ role }) => role !== 'no_objection');
      const bases = terms.map(({ role, basis }) => `${role} ${basis}`);
      expect(new Set(bases).size).toBe(terms.length);
      for (const basis of ['headcount', 'exclusive_area']) {
        expect(bases.filter((one) => one.endsWith(basis))).toHaveLength(terms.length / 2);
      }
    }
  });
});

test('only what rests on the text of national law is marked verified', () => {
  const verified = rulesets.filter((ruleset) => ruleset.verified).map(({ id }) => id);
  expect(verified).toEqual(['cn-278-7', 'cn-278-majority', 'cn-2018-two-thirds-of-all']);
});

test('no electronic ballot is binding until an office has confirmed it, and silence is nowhere agreement', () => {
  for (const ruleset of rulesets) {
    expect(ruleset).toMatchObject({ electronicBallots: 'preparatory', silence: 'never_agreement' });
    expect(ruleset.abstaining).toBe('takes_part_without_agreeing');
  }
});

test('archived rules are the ones of before 2021', () => {
  const archived = rulesets.filter((ruleset) => ruleset.archived);
  expect(archived.map(({ id }) => id)).toEqual([
    'sh-2019-749-building',
    'sh-2019-749-estate',
    'cn-2018-two-thirds-of-all',
  ]);
  for (const { inForceUntil } of archived) expect(inForceUntil).toBe('2020-12-31');
});

test('what stands beside the thresholds', () => {
  const { document, article, documentNo, inForceFrom, scopes } = rulesetOf('cn-278-7');
  expect({ document, article, documentNo, inForceFrom, scopes }).toEqual({
    document: '中华人民共和国民法典',
    article: '第二百七十八条第一款第（七）项、第二款',
    documentNo: null,
    inForceFrom: '2021-01-01',
    scopes: ['stairwell', 'building', 'estate'],
  });
  expect(rulesetOf('sh-2020-801-building')).toMatchObject({
    documentNo: '沪建房管联〔2020〕801号',
    inForceFrom: '2021-01-01',
    scopes: ['building'],
    objections: 'mediated',
    linkedMotions: [{ when: 'estate_common_land_used', rulesetId: 'sh-2020-801-estate', rulesetVersion: 1 }],
  });
  expect(rulesetOf('sh-2020-801-estate').scopes).toEqual(['estate']);
  expect(rulesetOf('hz-2021')).toMatchObject({ inForceFrom: '2021-04-01', scopes: ['stairwell'] });
  expect(rulesetOf('gz-2025')).toMatchObject({
    inForceFrom: '2025-06-19',
    scopes: ['stairwell', 'building'],
    mustConsent: ['owners_whose_exclusive_part_is_used'],
  });
  expect(rulesetOf('bj-2020-100')).toMatchObject({ scopes: ['stairwell'], notices: [{ days: 7 }] });
  expect(rulesetOf('jn-2019')).toMatchObject({
    scopes: ['stairwell'],
    notices: [{ days: 15 }],
    objections: 'none_in_writing_or_settled_before_filing',
  });
});

test('every linked motion leads to a rule that is shipped, and ids with versions are unique', () => {
  for (const { rulesetId, rulesetVersion } of rulesets.flatMap(({ linkedMotions }) => linkedMotions)) {
    expect(findRuleset(rulesetId, rulesetVersion).ok).toBe(true);
  }
  expect(new Set(rulesets.map(({ id, version }) => `${id}@${version}`)).size).toBe(rulesets.length);
});

test('a rule that is not shipped', () => {
  const problems = [{ code: 'unknown_ruleset', path: 'rulesetId', found: 'cn-278-7@2' }];
  expect(findRuleset('cn-278-7', 2)).toEqual({ ok: false, problems });
  expect(findRuleset('mars', 1).ok).toBe(false);
});

test.each(rulesets.map((ruleset) => [ruleset.id, ruleset] as const))(
  '%s passes its own validator and the JSON schema',
  (_, ruleset) => {
    expect(valueOf(validateRuleset(ruleset))).toBe(ruleset);
    expect(fitsSchema(ruleset)).toBe(true);
  },
);

describe('what is wrong with a ruleset is named', () => {
  const notice = rulesetOf('bj-2020-100').notices[0];
  const [link] = rulesetOf('sh-2020-801-building').linkedMotions;
  const { name: _, ...nameless } = lift;
  test.each<[string, unknown, string[]]>([
    ['no ruleset', null, ['not_an_object ']],
    ['text', 'cn-278-7', ['not_an_object ']],
    ['a list', [lift], ['not_an_object ']],
    ['a field that is missing', nameless, ['not_text name']],
    ['a field nobody knows', { ...lift, floorWeights: [1, 2] }, ['unknown_field floorWeights']],
    ['version nought', { ...lift, version: 0 }, ['too_small version']],
    ['a version beyond counting', { ...lift, version: 1_000_001 }, ['too_large version']],
    ['an empty name', { ...lift, name: '' }, ['empty name']],
    ['a number that is no text', { ...lift, documentNo: 801 }, ['not_text documentNo']],
    ['perhaps verified', { ...lift, verified: 'yes' }, ['not_a_flag verified']],
    ['a date that does not exist', { ...lift, inForceFrom: '2021-02-29' }, ['not_a_date inForceFrom']],
    ['nobody to ask', { ...lift, scopes: [] }, ['empty scopes']],
    ['an unknown scope', { ...lift, scopes: ['stairwell', 'district'] }, ['unknown_value scopes[1]']],
    ['scopes that are no list', { ...lift, scopes: 'stairwell' }, ['not_a_list scopes']],
    ['no gates', { ...lift, gates: [] }, ['empty gates']],
    ['gates that are no list', { ...lift, gates: {} }, ['not_a_list gates']],
    ['a gate that is none', { ...lift, gates: [null] }, ['not_an_object gates[0]']],
    ['3/2', withGate({ numerator: 3, denominator: 2 }), ['ratio_above_one gates[0].numerator']],
    ['0/3', withGate({ numerator: 0 }), ['too_small gates[0].numerator']],
    ['2/0', withGate({ denominator: 0 }), ['too_small gates[0].denominator']],
    ['a ratio in floats', withGate({ numerator: 0.66 }), ['not_an_integer gates[0].numerator']],
    ['a ratio too fine', withGate({ denominator: 1001 }), ['too_large gates[0].denominator']],
    [
      'more than everybody',
      withGate({ numerator: 3, comparison: 'more_than' }),
      ['never_reachable gates[0].comparison'],
    ],
    ['an unknown comparison', withGate({ comparison: 'about' }), ['unknown_value gates[0].comparison']],
    ['an unknown role', withGate({ role: 'veto' }), ['unknown_value gates[0].role']],
    ['a quorum of those who take part', withGate({ base: 'participants' }), ['unknown_value gates[0].base']],
    [
      'an objection by area, of participants, by two thirds',
      withGate({ role: 'no_objection', basis: 'exclusive_area', base: 'participants' }),
      ['unknown_value gates[0].base', 'unknown_value gates[0].basis', 'unknown_value gates[0].numerator'],
    ],
    [
      'two gates without a name',
      { ...lift, gates: lift.gates.slice(0, 2).map((gate) => ({ ...gate, id: undefined })) },
      ['not_text gates[0].id', 'not_text gates[1].id'],
    ],
    ['two gates of one name', { ...lift, gates: [lift.gates[0], lift.gates[0]] }, ['duplicate gates[1].id']],
    [
      'a citation without article',
      withGate({ citation: { document: '民法典' } }),
      ['not_text gates[0].citation.article'],
    ],
    ['a citation that is text', withGate({ citation: '民法典' }), ['not_an_object gates[0].citation']],
    ['silence as agreement', { ...lift, silence: 'joins_the_majority' }, ['unknown_value silence']],
    ['abstaining as absence', { ...lift, abstaining: 'absent' }, ['unknown_value abstaining']],
    ['an unknown rule of objections', { ...lift, objections: 'ignored' }, ['unknown_value objections']],
    ['notices that are no list', { ...lift, notices: null }, ['not_a_list notices']],
    ['a notice of no days', { ...lift, notices: [{ ...notice, days: 0 }] }, ['too_small notices[0].days']],
    ['a notice of more than a year', { ...lift, notices: [{ ...notice, days: 367 }] }, ['too_large notices[0].days']],
    [
      'a notice of something else',
      { ...lift, notices: [{ ...notice, what: 'party' }] },
      ['unknown_value notices[0].what'],
    ],
    [
      'days of another kind',
      { ...lift, notices: [{ ...notice, counting: 'lunar' }] },
      ['unknown_value notices[0].counting'],
    ],
    [
      'another first day',
      { ...lift, notices: [{ ...notice, firstDay: 'later' }] },
      ['unknown_value notices[0].firstDay'],
    ],
    ['less than no proxies', { ...lift, proxyCap: -1 }, ['too_small proxyCap']],
    ['proxies beyond counting', { ...lift, proxyCap: 1_000_001 }, ['too_large proxyCap']],
    ['half-binding ballots', { ...lift, electronicBallots: 'half' }, ['unknown_value electronicBallots']],
    [
      'evidence nobody can bring',
      { ...lift, leastEvidence: { ...lift.leastEvidence, paper: ['fingerprint'] } },
      ['unknown_value leastEvidence.paper[0]'],
    ],
    [
      'evidence for some channels only',
      { ...lift, leastEvidence: { self_service: [], home_visit: [], paper: [] } },
      ['not_a_list leastEvidence.proxy'],
    ],
    [
      'telling everyone how far it is',
      { ...lift, whileOpen: { ...lift.whileOpen, everyone: 'distance' } },
      ['unknown_value whileOpen.everyone'],
    ],
    [
      'telling those at the doors who chose what',
      { ...lift, whileOpen: { ...lift.whileOpen, volunteers: 'choices' } },
      ['unknown_value whileOpen.volunteers'],
    ],
    [
      'telling the office nobody knows what',
      { ...lift, whileOpen: { everyone: 'turnout', volunteers: 'turnout' } },
      ['unknown_value whileOpen.officers'],
    ],
    ['an unknown consent', { ...lift, mustConsent: ['everybody'] }, ['unknown_value mustConsent[0]']],
    [
      'a link on an unknown occasion',
      { ...lift, linkedMotions: [{ ...link, when: 'rain' }] },
      ['unknown_value linkedMotions[0].when'],
    ],
    [
      'a link to version nought',
      { ...lift, linkedMotions: [{ ...link, rulesetVersion: 0 }] },
      ['too_small linkedMotions[0].rulesetVersion'],
    ],
    ['a mind that changes sometimes', { ...lift, changeOfMind: 'sometimes' }, ['unknown_value changeOfMind']],
    ['public housing decided by nobody', { ...lift, publicHousing: 'nobody' }, ['unknown_value publicHousing']],
  ])('%s', (_title, candidate, problems) => {
    expect(refusalOf(validateRuleset(candidate))).toEqual(problems);
  });

  test('the value is shown beside the path', () => {
    expect(validateRuleset(withGate({ numerator: 3, denominator: 2 }))).toEqual({
      ok: false,
      problems: [{ code: 'ratio_above_one', path: 'gates[0].numerator', found: 3 }],
    });
  });

  test('rules of before, in which no evidence was written down, ask for the usual', () => {
    const { leastEvidence, ...withoutIt } = lift;
    const older: Ruleset = withoutIt;
    expect(leastEvidence).toBeDefined();
    expect(validateRuleset(older).ok).toBe(true);
    for (const channel of ['self_service', 'home_visit', 'paper', 'proxy'] as const)
      expect(leastEvidenceOf(older, channel)).toEqual(leastEvidenceOf(lift, channel));
    expect(leastEvidenceOf(lift, 'home_visit')).toEqual([
      ...['signature', 'signer_name', 'signer_relation', 'identity_check'],
    ]);
    const signed = { ...lift, leastEvidence: { ...lift.leastEvidence!, self_service: ['signature' as const] } };
    expect(leastEvidenceOf(signed, 'self_service')).toEqual(['signature']);
  });

  test('rules of before, in which nothing was written down of it, tell what is usually told of an open round', () => {
    const { whileOpen, ...withoutIt } = lift;
    const older: Ruleset = withoutIt;
    expect(whileOpen).toEqual({ everyone: 'turnout', volunteers: 'distance', officers: 'distance' });
    expect(validateRuleset(older).ok).toBe(true);
    expect(whileOpenOf(older)).toEqual(whileOpen);
    const discreet: Ruleset = {
      ...lift,
      whileOpen: { everyone: 'turnout', volunteers: 'turnout', officers: 'turnout' },
    };
    expect(validateRuleset(discreet).ok).toBe(true);
    expect(whileOpenOf(discreet)).toEqual(discreet.whileOpen);
  });

  test('the limits themselves are accepted', () => {
    expect(validateRuleset({ ...lift, version: 1_000_000, proxyCap: 1_000_000, documentNo: '1号' }).ok).toBe(true);
    expect(validateRuleset(withGate({ numerator: 1000, denominator: 1000 })).ok).toBe(true);
    expect(
      validateRuleset({
        ...lift,
        proxyCap: 0,
        notices: [
          { ...notice, days: 366 },
          { ...notice, days: 1 },
        ],
      }).ok,
    ).toBe(true);
  });
});

test('the JSON schema refuses what the validator refuses, except what takes two numbers or a calendar to see', () => {
  const beyondSchema = ['ratio_above_one', 'never_reachable', 'not_a_date', 'duplicate'];
  const anyPlace = fc.constantFrom(
    ...placesIn(rulesetOf('sh-2020-801-building')),
    ...placesIn(rulesetOf('bj-2020-100')),
  );
  const anyValue = fc.constantFrom<unknown>(
    null,
    true,
    '',
    'x',
    0,
    1,
    -1,
    0.5,
    5000,
    [],
    {},
    'participants',
    '2021-02-29',
    'no_objection',
  );
  fc.assert(
    fc.property(anyRuleset, anyPlace, anyValue, (ruleset, place, value) => {
      const changed = replaced(ruleset, place, value);
      const result = validateRuleset(changed);
      const plainlyWrong =
        !result.ok &&
        result.problems.some(({ code, path }) => !beyondSchema.includes(code) && !path.endsWith('numerator'));
      if (result.ok) expect(fitsSchema(changed)).toBe(true);
      if (plainlyWrong) expect(fitsSchema(changed)).toBe(false);
    }),
    runs(1500),
  );
});

type Place = (string | number)[];

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesIn(inner, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** The same with one value put in; where the place does not exist, the same. */
function replaced(whole: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof whole !== 'object' || whole === null || !(step in whole)) return whole;
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string | number, unknown>;
  copy[step] = replaced(copy[step], rest, value);
  return copy;
}
