import {
  mayMove,
  nextRoundStates,
  nextStates,
  objectionLifecycle,
  projectLifecycle,
  reviewLifecycle,
  roundLifecycle,
  validateLifecycle,
  type Lifecycle,
} from '../src/index.ts';
import { refusalOf, valueOf } from './support/builders.ts';

test.each([
  ['rounds', roundLifecycle],
  ['projects', projectLifecycle],
  ['objections', objectionLifecycle],
  ['reviews', reviewLifecycle],
] as [string, Lifecycle][])('the table of %s is sound', (_, lifecycle) => {
  expect(valueOf(validateLifecycle(lifecycle))).toBe(lifecycle);
});

test('a round goes forward only; it may become void until its result is announced', () => {
  expect(nextRoundStates('draft')).toEqual(['open', 'void']);
  expect(nextRoundStates('open')).toEqual(['closed', 'void']);
  expect(nextRoundStates('closed')).toEqual(['announced', 'void']);
  expect(nextRoundStates('announced')).toEqual(['settled']);
  expect(nextRoundStates('settled')).toEqual([]);
  expect(nextRoundStates('void')).toEqual([]);
  expect(mayMove(roundLifecycle, 'closed', 'open')).toBe(false);
  expect(mayMove(roundLifecycle, 'open', 'closed')).toBe(true);
});

test('a project goes one stage at a time, and back to the stage that failed', () => {
  const forward = [
    'canvass',
    'feasibility',
    'scheme',
    'consultation',
    'notice',
    'signing',
    'approval',
    'construction',
    'acceptance',
    'handover',
    'operation',
  ] as const;
  forward.slice(1).forEach((stage, i) => {
    expect(mayMove(projectLifecycle, forward[i] as (typeof forward)[number], stage)).toBe(true);
  });
  expect(mayMove(projectLifecycle, 'canvass', 'construction')).toBe(false);
  expect(nextStates(projectLifecycle, 'consultation')).toEqual(['notice', 'scheme', 'canvass', 'terminated']);
  expect(nextStates(projectLifecycle, 'acceptance')).toEqual(['handover', 'construction']);
  expect(nextStates(projectLifecycle, 'terminated')).toEqual(['canvass']);
  expect(nextStates(projectLifecycle, 'operation')).toEqual([]);
});

test('an objection is answered before it may be dismissed, and may be withdrawn until the end', () => {
  expect(mayMove(objectionLifecycle, 'received', 'dismissed')).toBe(false);
  expect(mayMove(objectionLifecycle, 'accepted', 'dismissed')).toBe(false);
  expect(mayMove(objectionLifecycle, 'answered', 'dismissed')).toBe(true);
  const unfinished = ['received', 'accepted', 'answered', 'in_mediation', 'in_court'] as const;
  for (const state of unfinished) expect(mayMove(objectionLifecycle, state, 'withdrawn')).toBe(true);
});

test('what was returned comes back resubmitted before it can be approved', () => {
  expect(nextStates(reviewLifecycle, 'has_issues')).toEqual(['resubmitted', 'rejected']);
  expect(mayMove(reviewLifecycle, 'has_issues', 'approved')).toBe(false);
  expect(mayMove(reviewLifecycle, 'approved', 'rejected')).toBe(false);
});

test('from a state that is not in the table one may move nowhere', () => {
  expect(nextStates(roundLifecycle, 'paused' as 'draft')).toEqual([]);
  expect(nextStates(roundLifecycle, 'toString' as 'draft')).toEqual([]);
});

describe('a table that is not sound is refused', () => {
  const sound: Lifecycle = { initial: 'a', moves: { a: ['b'], b: ['c'], c: [] }, final: ['c'] };
  test.each<[string, Partial<Lifecycle>, string[]]>([
    [
      'a first state that does not exist',
      { initial: 'z' },
      ['unknown_value initial', 'unreachable_state moves.a', 'unreachable_state moves.b', 'unreachable_state moves.c'],
    ],
    ['a move to nowhere', { moves: { a: ['b', 'z'], b: ['c'], c: [] } }, ['unknown_value moves.a[1]']],
    ['a final state that does not exist', { final: ['c', 'z'] }, ['unknown_value final[1]']],
    ['a state without a way out', { final: [] }, ['dead_end moves.c']],
    ['a final state with a way out', { final: ['c', 'b'] }, ['dead_end moves.b']],
    ['a state nobody reaches', { moves: { a: ['b'], b: ['c'], c: [], d: ['a'] } }, ['unreachable_state moves.d']],
  ])('%s', (_, change, problems) => {
    expect(refusalOf(validateLifecycle({ ...sound, ...change }))).toEqual(problems);
  });
});
