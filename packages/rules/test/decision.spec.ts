import fc from 'fast-check';
import {
  countRound,
  decide,
  type Check,
  type CountedBallot,
  type Decision,
  type Entitlement,
  type Gate,
  type Ruleset,
} from '../src/index.ts';
import {
  anyRound,
  anyRuleset,
  ballotsOf,
  electorateOf,
  firstSay,
  readVector,
  refusalOf,
  rulesetOf,
  twelve,
  valueOf,
  runs,
} from './support/builders.ts';
import { gatePasses, passes, waysItMayTurnOut } from './support/by-hand.ts';

interface DecisionCase {
  title: string;
  rulesetId: string;
  phase: 'open' | 'closed';
  electorate: Entitlement[];
  ballots: CountedBallot[];
  expected: Pick<Decision, 'verdict' | 'certain' | 'possible' | 'missing'> & { met: Record<string, boolean | null> };
}

const lift = rulesetOf('cn-278-7');

function decisionOf(ruleset: Ruleset, electorate: Entitlement[], ballots: CountedBallot[], phase: 'open' | 'closed') {
  return valueOf(countRound(ruleset, electorate, ballots, { phase })).decision;
}

function checkOf(gateId: string, ballots: CountedBallot[], ruleset = lift, electorate = twelve): Check {
  return decisionOf(ruleset, electorate, ballots, 'closed').checks.find((check) => check.gateId === gateId) as Check;
}

/** One threshold alone. */
function onlyGate(terms: Partial<Gate>): Ruleset {
  const [gate] = lift.gates as [Gate];
  return {
    ...lift,
    gates: [{ ...gate, id: 'only', role: 'approval', basis: 'headcount', base: 'participants', ...terms }],
  };
}

describe('published cases', () => {
  test.each(readVector<DecisionCase[]>('decisions'))(
    '$title',
    ({ rulesetId, phase, electorate, ballots, expected }) => {
      const { verdict, certain, possible, missing, checks } = decisionOf(
        rulesetOf(rulesetId),
        electorate,
        ballots,
        phase,
      );
      const met = Object.fromEntries(checks.map((check) => [check.gateId, check.met]));
      expect({ verdict, certain, possible, missing, met }).toEqual(expected);
    },
  );
});

test('a check shows what was compared, and by which article', () => {
  expect(checkOf('approval_area', [...firstSay(5, 'for'), ...firstSay(3, 'against', 6)])).toEqual({
    gateId: 'approval_area',
    role: 'approval',
    basis: 'exclusive_area',
    base: 'participants',
    numerator: 3,
    denominator: 4,
    comparison: 'at_least',
    part: 30000,
    whole: 48000,
    required: 36000,
    met: false,
    shortBy: 6000,
    furtherFor: 24000,
    certain: false,
    possible: false,
    citation: { document: '中华人民共和国民法典', article: '第二百七十八条' },
  });
});

describe('what would still be needed', () => {
  test('for a quorum, simply what is missing', () => {
    expect(checkOf('quorum_heads', firstSay(5, 'for'))).toMatchObject({ required: 8, shortBy: 3, furtherFor: 3 });
    expect(checkOf('quorum_area', firstSay(5, 'for'))).toMatchObject({
      required: 48000,
      shortBy: 18000,
      furtherFor: 18000,
    });
  });

  test('among participants every further yes also enlarges the whole: 5 of 8 is one short, but four more are needed', () => {
    const ballots = [...firstSay(5, 'for'), ...firstSay(3, 'against', 6)];
    expect(checkOf('approval_heads', ballots)).toMatchObject({ required: 6, shortBy: 1, furtherFor: 4 });
  });

  test('past half, 10 of 20 needs one more; 9 of 20 needs three', () => {
    const half = { numerator: 1, denominator: 2, comparison: 'more_than' } as const;
    const thirty = electorateOf(Array.from({ length: 30 }, (_, i) => `${i + 1}:o${i + 1}:6000`).join(' '));
    const say = (yes: number, no: number): CountedBallot[] => [
      ...firstSay(yes, 'for'),
      ...firstSay(no, 'against', yes + 1),
    ];
    expect(checkOf('only', say(10, 10), onlyGate(half), thirty)).toMatchObject({
      required: 11,
      shortBy: 1,
      furtherFor: 1,
    });
    expect(checkOf('only', say(9, 11), onlyGate(half), thirty)).toMatchObject({
      required: 11,
      shortBy: 2,
      furtherFor: 3,
    });
    expect(checkOf('only', say(11, 9), onlyGate(half), thirty)).toMatchObject({
      required: 11,
      shortBy: 0,
      furtherFor: 0,
    });
  });

  test('where nobody takes part nothing passes, and one more yes is the least that could', () => {
    expect(checkOf('approval_heads', [])).toMatchObject({
      part: 0,
      whole: 0,
      required: 1,
      met: false,
      shortBy: 1,
      furtherFor: 1,
    });
    expect(checkOf('only', [], onlyGate({ numerator: 1, denominator: 1 }))).toMatchObject({
      required: 1,
      furtherFor: 1,
    });
  });

  test('of all owners, what is missing; of all participants, nothing helps once one is against', () => {
    expect(checkOf('approval_heads', firstSay(11, 'for'), rulesetOf('unanimous'))).toMatchObject({
      shortBy: 1,
      furtherFor: 1,
    });
    const all = onlyGate({ numerator: 1, denominator: 1 });
    expect(checkOf('only', [...firstSay(11, 'for'), ...firstSay(1, 'against', 12)], all)).toMatchObject({
      shortBy: 1,
      furtherFor: null,
    });
  });

  test('a standing objection cannot be outvoted', () => {
    const beijing = rulesetOf('bj-2020-100');
    expect(checkOf('no_objection', firstSay(2, 'against'), beijing)).toMatchObject({
      part: 10,
      whole: 12,
      required: 12,
      shortBy: 2,
      met: false,
      furtherFor: null,
      possible: false,
    });
    expect(checkOf('no_objection', firstSay(2, 'abstain'), beijing)).toMatchObject({
      part: 12,
      met: true,
      furtherFor: 0,
    });
  });

  test('an unknown area leaves an area gate unknown, and only that one', () => {
    const electorate = electorateOf('1:a:6000 2:b:? 3:c:6000');
    const unknown = { met: null, furtherFor: null, certain: false, possible: true };
    expect(checkOf('quorum_area', firstSay(3, 'for'), lift, electorate)).toMatchObject({
      ...unknown,
      part: 12000,
      whole: 12000,
    });
    expect(checkOf('quorum_heads', firstSay(3, 'for'), lift, electorate)).toMatchObject({
      part: 3,
      met: true,
      certain: true,
    });
  });

  test('a rule by heads alone does not mind an unknown area', () => {
    const { verdict, missing } = decisionOf(onlyGate({}), electorateOf('1:a:6000 2:b:?'), firstSay(2, 'for'), 'closed');
    expect({ verdict, missing }).toEqual({ verdict: 'approved', missing: [] });
  });
});

describe('households whose owner has answered elsewhere already', () => {
  const electorate = electorateOf('1:a:6000 2:a:6000 3:b:6000 4:c:6000');
  const half = onlyGate({ basis: 'exclusive_area', numerator: 1, denominator: 2, comparison: 'more_than' });

  test('a silent household of one who agrees may add agreement', () => {
    const decision = decisionOf(half, electorate, ballotsOf('1:for 3:against 4:against'), 'open');
    expect(decision).toMatchObject({ certain: false, possible: false });
    const better = decisionOf(
      half,
      electorateOf('1:a:6000 2:a:6001 3:b:6000 4:c:6000'),
      ballotsOf('1:for 3:against 4:against'),
      'open',
    );
    expect(better).toMatchObject({ certain: false, possible: true });
  });

  test('a silent household of one who is against may enlarge the turnout, but never agree', () => {
    const ballots = ballotsOf('1:against 3:for 4:for');
    expect(decisionOf(half, electorate, ballots, 'open')).toMatchObject({ certain: false, possible: true });
    expect(decisionOf(half, electorateOf('1:a:6000 2:a:5999 3:b:6000 4:c:6000'), ballots, 'open').certain).toBe(true);
    const quorum = onlyGate({
      role: 'quorum',
      base: 'electorate',
      basis: 'exclusive_area',
      numerator: 1,
      denominator: 1,
    });
    expect(decisionOf(quorum, electorate, ballots, 'open').possible).toBe(true);
  });
});

describe('owners whose ballots disagree', () => {
  const electorate = electorateOf('1:a:6000 2:a:6000 3:b:6000 4:c:6000 5:d:6000');

  test('while the round is open they are named when they can still matter', () => {
    const { verdict, missing } = decisionOf(lift, electorate, ballotsOf('1:for 2:against 3:for'), 'open');
    expect(verdict).toBe('undecided');
    expect(missing).toEqual([
      { householdId: '1', why: 'ballots_held' },
      { householdId: '2', why: 'ballots_held' },
    ]);
  });

  test('they are not named where they can no longer matter', () => {
    expect(decisionOf(lift, electorate, ballotsOf('1:for 2:against 3:against 4:against'), 'closed')).toMatchObject({
      verdict: 'rejected',
      missing: [],
    });
  });

  test('once closed the silent can no longer come, so only the held ones may still turn it', () => {
    const nine = electorateOf('1:a:6000 2:b:6000 3:c:6000 4:d:6000');
    expect(decisionOf(lift, nine, ballotsOf('1:for 2:for 3:for 3:against'), 'closed')).toMatchObject({
      verdict: 'undetermined',
    });
    expect(decisionOf(lift, nine, ballotsOf('1:for 2:for'), 'closed')).toMatchObject({
      verdict: 'rejected',
      possible: false,
    });
    expect(decisionOf(lift, nine, ballotsOf('1:for 2:for'), 'open')).toMatchObject({
      verdict: 'undecided',
      possible: true,
    });
  });
});

describe('what cannot be decided is refused', () => {
  const tally = valueOf(countRound(lift, twelve, [], { phase: 'open' })).tally;

  test('a ruleset that means nothing', () => {
    const impossible = { ...lift, gates: [{ ...(lift.gates[0] as Gate), numerator: 3, denominator: 2 }] };
    expect(refusalOf(decide(impossible, tally, { phase: 'open' }))).toEqual(['ratio_above_one gates[0].numerator']);
    expect(refusalOf(countRound(impossible, twelve, [], { phase: 'open' }))).toEqual([
      'ratio_above_one gates[0].numerator',
    ]);
  });

  test('a phase that is none', () => {
    expect(refusalOf(decide(lift, tally, { phase: 'draft' as 'open' }))).toEqual(['unknown_value phase']);
  });

  test('a round that cannot be counted', () => {
    expect(refusalOf(countRound(lift, [], [], { phase: 'open' }))).toEqual(['empty electorate']);
  });
});

describe('whatever the round', () => {
  const phases = ['open', 'closed'] as const;
  const anyCase = fc.record({ round: anyRound(5, 4), ruleset: anyRuleset, phase: fc.constantFrom(...phases) });

  test('certain and possible are what trying every way it may turn out says', () => {
    fc.assert(
      fc.property(anyCase, ({ round: { electorate, ballots }, ruleset, phase }) => {
        const { tally, decision } = valueOf(countRound(ruleset, electorate, ballots, { phase }));
        const ways = waysItMayTurnOut(electorate, ballots, phase);
        const outcomes = ways.map((way) => passes(ruleset, electorate, way));
        expect(decision.certain).toBe(outcomes.every(Boolean));
        const possible = outcomes.some(Boolean);
        // A household that can only repeat a "no" may be wanted for the quorum and unwanted for the approval: then
        // `possible` asks each gate by itself, and may stay true a little longer than it need.
        if (phase === 'open' && tally.boundSilent.otherAreaDm2 > 0) expect(decision.possible || !possible).toBe(true);
        else expect(decision.possible).toBe(possible);
      }),
      runs(600),
    );
  });

  test('each check is certain or possible as trying every way says', () => {
    fc.assert(
      fc.property(anyCase, ({ round: { electorate, ballots }, ruleset, phase }) => {
        const { decision } = valueOf(countRound(ruleset, electorate, ballots, { phase }));
        const ways = waysItMayTurnOut(electorate, ballots, phase);
        ruleset.gates.forEach((gate, i) => {
          const outcomes = ways.map((way) => gatePasses(gate, electorate, way));
          expect(decision.checks[i]).toMatchObject({
            certain: outcomes.every(Boolean),
            possible: outcomes.some(Boolean),
          });
        });
      }),
      runs(400),
    );
  });

  test('the order of the households makes no difference', () => {
    const shuffled = anyRound(10, 7).chain(({ electorate, ballots }) =>
      fc.tuple(
        fc.constant(electorate),
        fc.shuffledSubarray(electorate, { minLength: electorate.length }),
        fc.constant(ballots),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyRuleset, ([electorate, other, ballots], ruleset) => {
        const { checks, verdict, certain, possible } = decisionOf(ruleset, electorate, ballots, 'closed');
        expect(decisionOf(ruleset, other, [...ballots].reverse(), 'closed')).toMatchObject({
          checks,
          verdict,
          certain,
          possible,
        });
      }),
    );
  });

  test('one more yes from a silent owner never turns approved into not approved', () => {
    const mostlyFor = fc
      .tuple(
        fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 3, maxLength: 12 }),
        fc.array(fc.constantFrom('for', 'for', 'for', 'for', 'against', 'abstain', null), {
          minLength: 12,
          maxLength: 12,
        }),
      )
      .map(([areas, said]) => ({
        electorate: areas.map((areaDm2, i) => ({ householdId: `h${i}`, headKey: `o${i}`, areaDm2 })),
        ballots: areas.flatMap((_, i): CountedBallot[] => {
          const choice = said[i] as CountedBallot['choice'] | null;
          return choice === null ? [] : [{ householdId: `h${i}`, choice }];
        }),
      }));
    fc.assert(
      fc.property(mostlyFor, anyRuleset, ({ electorate, ballots }, ruleset) => {
        fc.pre(decisionOf(ruleset, electorate, ballots, 'closed').verdict === 'approved');
        for (const { householdId } of electorate) {
          if (ballots.some((ballot) => ballot.householdId === householdId)) continue;
          const after = decisionOf(ruleset, electorate, [...ballots, { householdId, choice: 'for' }], 'closed');
          expect(after.verdict).toBe('approved');
        }
      }),
      runs(300),
    );
  });

  test('the required part is the least that meets the gate', () => {
    fc.assert(
      fc.property(anyRound(12), anyRuleset, ({ electorate, ballots }, ruleset) => {
        for (const check of decisionOf(ruleset, electorate, ballots, 'closed').checks) {
          const meets = (part: number): boolean => {
            const left = BigInt(part) * BigInt(check.denominator);
            const right = BigInt(check.whole) * BigInt(check.numerator);
            return part > 0 && (check.comparison === 'at_least' ? left >= right : left > right);
          };
          expect(meets(check.required)).toBe(true);
          expect(meets(check.required - 1)).toBe(false);
          expect(check.met).toBe(meets(check.part));
          expect(check.shortBy).toBe(check.met ? 0 : check.required - check.part);
        }
      }),
    );
  });

  test('areas measured on another scale decide the same', () => {
    fc.assert(
      fc.property(
        anyRound(10),
        anyRuleset,
        fc.integer({ min: 2, max: 1000 }),
        ({ electorate, ballots }, ruleset, scale) => {
          const scaled = electorate.map((line) => ({ ...line, areaDm2: (line.areaDm2 as number) * scale }));
          const met = ({ checks, verdict }: Decision) => [verdict, ...checks.map((check) => check.met)];
          expect(met(decisionOf(ruleset, scaled, ballots, 'closed'))).toEqual(
            met(decisionOf(ruleset, electorate, ballots, 'closed')),
          );
        },
      ),
    );
  });
});
