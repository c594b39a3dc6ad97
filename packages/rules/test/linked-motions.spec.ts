import { decideMotion, type DecidedMotion, type MotionInput, type Verdict } from '../src/index.ts';
import { refusalOf, rulesetOf, valueOf } from './support/builders.ts';

const building = rulesetOf('sh-2020-801-building');
const estateMotion = { when: 'estate_common_land_used', rulesetId: 'sh-2020-801-estate', rulesetVersion: 1 };

const motion = (rulesetId: string, verdict: Verdict, more: Partial<DecidedMotion['decision']> = {}): DecidedMotion => ({
  rulesetId,
  rulesetVersion: 1,
  decision: { verdict, certain: verdict === 'approved', possible: verdict !== 'rejected', ...more },
});
const decided = (input: Partial<MotionInput> & { mine: Verdict; estate?: Verdict }) => {
  const { mine, estate, ...more } = input;
  return valueOf(
    decideMotion(building, {
      main: motion('sh-2020-801-building', mine),
      touches: estate ? ['estate_common_land_used'] : [],
      linked: estate ? [motion('sh-2020-801-estate', estate)] : [],
      consents: [],
      ...more,
    }),
  );
};

test('without common land the building decides alone', () => {
  expect(decided({ mine: 'approved' })).toEqual({
    verdict: 'approved',
    certain: true,
    possible: true,
    motionsToHold: [],
    consentsOutstanding: [],
    consentsRefused: [],
  });
});

describe('with common land both tiers must pass (上海 801号)', () => {
  test.each<[Verdict, Verdict, Verdict]>([
    ['approved', 'approved', 'approved'],
    ['approved', 'rejected', 'rejected'],
    ['rejected', 'approved', 'rejected'],
    ['rejected', 'undecided', 'rejected'],
    ['approved', 'undecided', 'undecided'],
    ['undecided', 'undetermined', 'undecided'],
    ['approved', 'undetermined', 'undetermined'],
  ])('building %s, estate %s: %s', (mine, estate, verdict) => {
    const joint = decided({ mine, estate });
    expect(joint).toMatchObject({
      verdict,
      certain: mine === 'approved' && estate === 'approved',
      possible: mine !== 'rejected' && estate !== 'rejected',
    });
  });

  test('as long as the estate has not been asked, the whole is undecided, and the motion to hold is named', () => {
    expect(decided({ mine: 'approved', touches: ['estate_common_land_used'] })).toEqual({
      verdict: 'undecided',
      certain: false,
      possible: true,
      motionsToHold: [estateMotion],
      consentsOutstanding: [],
      consentsRefused: [],
    });
  });
});

describe('owners whose own part is used consent by name', () => {
  const yes = { householdId: '101', consents: true };

  test('all have consented', () => {
    expect(decided({ mine: 'approved', consents: [yes] })).toMatchObject({
      verdict: 'approved',
      certain: true,
      possible: true,
    });
  });

  test('one has not answered', () => {
    expect(decided({ mine: 'approved', consents: [yes, { householdId: '102', consents: null }] })).toMatchObject({
      verdict: 'undetermined',
      certain: false,
      possible: true,
      consentsOutstanding: ['102'],
      consentsRefused: [],
    });
  });

  test('one has refused, and no count outvotes him', () => {
    expect(decided({ mine: 'approved', consents: [yes, { householdId: '102', consents: false }] })).toMatchObject({
      verdict: 'rejected',
      certain: false,
      possible: false,
      consentsOutstanding: [],
      consentsRefused: ['102'],
    });
  });
});

describe('motions that do not belong here are refused', () => {
  const input: MotionInput = {
    main: motion('sh-2020-801-building', 'approved'),
    touches: [],
    linked: [],
    consents: [],
  };
  test.each<[string, Partial<MotionInput>, string[]]>([
    ['another rule', { main: motion('cn-278-7', 'approved') }, ['unknown_ruleset main.rulesetId']],
    ['another version', { main: { ...input.main, rulesetVersion: 2 } }, ['unknown_ruleset main.rulesetVersion']],
    [
      'a link that was not asked for',
      { linked: [motion('sh-2020-801-estate', 'approved')] },
      ['unknown_ruleset linked[0].rulesetId'],
    ],
    [
      'a link under another version',
      {
        touches: ['estate_common_land_used'],
        linked: [{ ...motion('sh-2020-801-estate', 'approved'), rulesetVersion: 2 }],
      },
      ['unknown_ruleset linked[0].rulesetId'],
    ],
    [
      'a link to another rule',
      { touches: ['estate_common_land_used'], linked: [motion('cn-278-7', 'approved')] },
      ['unknown_ruleset linked[0].rulesetId'],
    ],
    [
      'something the rule knows, and something it does not',
      { touches: ['estate_common_land_used', 'roof' as 'estate_common_land_used'] },
      ['unknown_value touches[1]'],
    ],
    [
      'something the rule does not know',
      { touches: ['roof' as 'estate_common_land_used'] },
      ['unknown_value touches[0]'],
    ],
  ])('%s', (_, change, problems) => {
    expect(refusalOf(decideMotion(building, { ...input, ...change }))).toEqual(problems);
  });
});
