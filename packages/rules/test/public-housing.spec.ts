import { countBothWays, type CountedBallot } from '../src/index.ts';
import { ballotsOf, electorateOf, readVector, refusalOf, rulesetOf, valueOf } from './support/builders.ts';

const lift = rulesetOf('cn-278-7');

interface Roster {
  id: string;
  units: { unit: string; owner: string; area_centi_m2: number }[];
  votes: Record<string, 'Y' | 'N' | 'A' | null>;
}

test('the roster with a public flat in 202 passes with the tenant’s opinion and without it (cases R2 and R3)', () => {
  const roster = readVector<Roster[]>('tally-cases').find(({ id }) => id === 'R3') as Roster;
  const electorate = roster.units.map(({ unit, owner, area_centi_m2 }) => ({
    householdId: unit,
    headKey: owner,
    areaDm2: area_centi_m2,
  }));
  const choiceOf = { Y: 'for', N: 'against', A: 'abstain' } as const;
  const ballots = Object.entries(roster.votes).flatMap(([householdId, mark]): CountedBallot[] =>
    mark === null ? [] : [{ householdId, choice: choiceOf[mark] }],
  );
  const both = valueOf(
    countBothWays(
      lift,
      electorate,
      ballots,
      { householdIds: ['202'], tenantOpinions: ballotsOf('202:for') },
      { phase: 'closed' },
    ),
  );
  expect(both.counts).toBe('title_holder');
  expect(both.titleHolder.tally.for).toEqual({ heads: 7, areaDm2: 44585 });
  expect(both.tenantOpinion.tally.for).toEqual({ heads: 8, areaDm2: 50730 });
  expect(both.titleHolder.decision.verdict).toBe('approved');
  expect(both.tenantOpinion.decision.verdict).toBe('approved');
  expect(both.changesResult).toBe(false);
});

describe('a housing company with two public flats', () => {
  const electorate = electorateOf('101:company:6000 102:company:6000 201:a:6000 202:b:6000');
  const publicHousing = { householdIds: ['101', '102'], tenantOpinions: ballotsOf('101:for 102:against') };

  test('is one head with one ballot; its tenants are two heads with two opinions', () => {
    const ballots = ballotsOf('101:for 102:for 201:for 202:for');
    const { titleHolder, tenantOpinion } = valueOf(
      countBothWays(lift, electorate, ballots, publicHousing, { phase: 'closed' }),
    );
    expect(titleHolder.tally.electorate.heads).toBe(3);
    expect(titleHolder.tally.for).toEqual({ heads: 3, areaDm2: 24000 });
    expect(tenantOpinion.tally.electorate.heads).toBe(4);
    expect(tenantOpinion.tally.for).toEqual({ heads: 3, areaDm2: 18000 });
    expect(tenantOpinion.tally.against).toEqual({ heads: 1, areaDm2: 6000 });
  });

  test('the doubt is shown when it changes the verdict', () => {
    const result = countBothWays(lift, electorate, ballotsOf('201:for 202:for'), publicHousing, { phase: 'closed' });
    expect(valueOf(result)).toMatchObject({
      titleHolder: { decision: { verdict: 'rejected' } },
      tenantOpinion: { decision: { verdict: 'approved' } },
      changesResult: true,
    });
  });

  test('or, while the round is open, what is certain or still possible', () => {
    const certain = countBothWays(
      lift,
      electorate,
      ballotsOf('101:for 102:for 201:for 202:for'),
      { householdIds: ['101'], tenantOpinions: [] },
      { phase: 'open' },
    );
    expect(valueOf(certain)).toMatchObject({
      titleHolder: { decision: { certain: true, possible: true } },
      tenantOpinion: { decision: { certain: true, possible: true } },
      changesResult: false,
    });
    const opposed = { householdIds: ['101', '102'], tenantOpinions: ballotsOf('101:against 102:against') };
    expect(valueOf(countBothWays(lift, electorate, ballotsOf('201:for'), opposed, { phase: 'open' }))).toMatchObject({
      titleHolder: { decision: { certain: false, possible: true } },
      tenantOpinion: { decision: { certain: false, possible: false } },
      changesResult: true,
    });
    const agreed = { householdIds: ['101', '102'], tenantOpinions: ballotsOf('101:for 102:for') };
    expect(valueOf(countBothWays(lift, electorate, ballotsOf('201:for'), agreed, { phase: 'open' }))).toMatchObject({
      titleHolder: { decision: { certain: false, possible: true } },
      tenantOpinion: { decision: { certain: true, possible: true } },
      changesResult: true,
    });
  });

  test('what does not belong here is refused with the field', () => {
    const phase = { phase: 'open' } as const;
    expect(
      refusalOf(
        countBothWays(
          lift,
          electorate,
          [],
          { householdIds: ['101', '999'], tenantOpinions: ballotsOf('201:for') },
          phase,
        ),
      ),
    ).toEqual([
      'unknown_household publicHousing.householdIds[1]',
      'unknown_household publicHousing.tenantOpinions[0].householdId',
    ]);
    expect(refusalOf(countBothWays(lift, electorate, ballotsOf('999:for'), publicHousing, phase))).toEqual([
      'unknown_household ballots[0].householdId',
    ]);
    expect(refusalOf(countBothWays(lift, electorate, ballotsOf('101:perhaps'), publicHousing, phase))).toEqual([
      'unknown_choice ballots[0].choice',
    ]);
    const spoilt = { householdIds: ['101'], tenantOpinions: ballotsOf('101:perhaps') };
    expect(refusalOf(countBothWays(lift, electorate, [], spoilt, phase))).toEqual(['unknown_choice ballots[0].choice']);
  });
});
