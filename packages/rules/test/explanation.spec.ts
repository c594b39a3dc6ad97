import { countRound, explain, type Explanation } from '../src/index.ts';
import { ballotsOf, electorateOf, firstSay, rulesetOf, twelve, valueOf } from './support/builders.ts';

const lift = rulesetOf('cn-278-7');

function explanationsOf(ballots: string | ReturnType<typeof firstSay>, phase: 'open' | 'closed', electorate = twelve) {
  const given = typeof ballots === 'string' ? ballotsOf(ballots) : ballots;
  return explain(valueOf(countRound(lift, electorate, given, { phase })).decision);
}

/** The kinds, with the gate where there is one. */
const outline = (explanations: Explanation[]): string[] =>
  explanations.map((one) => ('check' in one ? `${one.kind} ${one.check.gateId}` : one.kind));

test('the verdict first, then each gate with what it has to spare or lacks', () => {
  const explanations = explanationsOf([...firstSay(5, 'for'), ...firstSay(4, 'against', 6)], 'closed');
  expect(outline(explanations)).toEqual([
    'verdict',
    'gate_met quorum_heads',
    'gate_met quorum_area',
    'gate_short approval_heads',
    'gate_short approval_area',
  ]);
  expect(explanations[0]).toEqual({ kind: 'verdict', verdict: 'rejected' });
  expect(explanations[1]).toMatchObject({ spare: 1 });
  expect(explanations[2]).toMatchObject({ spare: 6000 });
  expect(explanations[3]).toMatchObject({ shortBy: 2, furtherFor: 7 });
});

test('an open round that is safe, and one that is lost', () => {
  expect(outline(explanationsOf(firstSay(9, 'for'), 'open'))).toContain('already_certain');
  expect(outline(explanationsOf(firstSay(8, 'for'), 'open'))).not.toContain('already_certain');
  expect(outline(explanationsOf(firstSay(9, 'for'), 'closed'))).not.toContain('already_certain');
  expect(explanationsOf(firstSay(4, 'against'), 'open')).toContainEqual({
    kind: 'no_longer_possible',
    gateIds: ['approval_heads', 'approval_area'],
  });
  expect(outline(explanationsOf(firstSay(3, 'against'), 'open'))).not.toContain('no_longer_possible');
});

test('what is missing is named', () => {
  const unknown = electorateOf('1:a:6000 2:b:? 3:c:6000');
  const explanations = explanationsOf('1:for 3:for', 'closed', unknown);
  expect(outline(explanations)).toEqual([
    'verdict',
    'gate_met quorum_heads',
    'gate_not_known quorum_area',
    'gate_met approval_heads',
    'gate_not_known approval_area',
    'area_unknown',
  ]);
  expect(explanations[0]).toEqual({ kind: 'verdict', verdict: 'undetermined' });
  expect(explanations[5]).toEqual({ kind: 'area_unknown', householdIds: ['2'] });
  expect(outline(explanationsOf('1:against', 'closed', unknown))).toContain('no_longer_possible');
  const held = explanationsOf('1:for 1:against 2:for 3:for', 'closed', electorateOf('1:a:6000 2:b:6000 3:c:6000'));
  expect(held.at(-1)).toEqual({ kind: 'ballots_held', householdIds: ['1'] });
});
