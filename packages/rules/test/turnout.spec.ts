import fc from 'fast-check';
import { countRound, turnout, type Turnout } from '../src/index.ts';
import { anyRound, anyRuleset, refusalOf, rulesetOf, valueOf } from './support/builders.ts';

const nobody = { heads: 0, areaDm2: 0 };
const untouched: Turnout = {
  electorate: { heads: 12, areaDm2: 72_000 },
  participating: nobody,
  silent: { heads: 12, areaDm2: 72_000 },
  boundSilent: { forAreaDm2: 0, otherAreaDm2: 0 },
  unknownArea: [],
  held: [],
};

test('is what the decision says of the quorum, without knowing what anybody chose', () => {
  const phases = fc.constantFrom('open' as const, 'closed' as const);
  fc.assert(
    fc.property(anyRound(8, 5), anyRuleset, phases, ({ electorate, ballots }, ruleset, phase) => {
      const { tally, decision } = valueOf(countRound(ruleset, electorate, ballots, { phase }));
      const { for: _for, against: _against, abstain: _abstain, ...known } = tally;
      const quorum = decision.checks.filter(({ role }) => role === 'quorum');
      expect(valueOf(turnout(ruleset, known, { phase }))).toEqual(quorum);
    }),
  );
});

test('begins with everybody missing', () => {
  const checks = valueOf(turnout(rulesetOf('cn-278-7'), untouched, { phase: 'open' }));
  expect(checks.map(({ basis, part, required, whole, met }) => ({ basis, part, required, whole, met }))).toEqual([
    { basis: 'headcount', part: 0, required: 8, whole: 12, met: false },
    { basis: 'exclusive_area', part: 0, required: 48_000, whole: 72_000, met: false },
  ]);
});

test('a ruleset or a phase that is none is refused', () => {
  const lift = rulesetOf('cn-278-7');
  expect(refusalOf(turnout(lift, untouched, { phase: 'draft' as 'open' }))).toEqual(['unknown_value phase']);
  expect(refusalOf(turnout({ ...lift, gates: [] }, untouched, { phase: 'open' }))).toEqual(['empty gates']);
});
