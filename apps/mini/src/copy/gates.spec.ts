import type { Check } from '@/api/wire';
import { decisionSentence, gateFigure, ratioWords, requiredWords, turnoutSentence } from './gates';

function quorum(basis: Check['basis'], part: number, whole: number): Check {
  const required = Math.ceil((whole * 2) / 3);
  return {
    gateId: `quorum-${basis}`,
    role: 'quorum',
    basis,
    base: 'electorate',
    numerator: 2,
    denominator: 3,
    comparison: 'at_least',
    part,
    whole,
    required,
    met: part >= required,
    certain: part >= required,
    possible: true,
    furtherFor: null,
    shortBy: Math.max(0, required - part),
    citation: { document: '民法典', article: '第二百七十八条' },
  };
}

describe('What a neighbour reads about the turnout', () => {
  it('says that eight of twelve is just enough', () => {
    const checks = [quorum('headcount', 8, 12), quorum('exclusive_area', 48000, 72000)];
    expect(turnoutSentence(checks)).toBe('已有8位业主参与，刚好达到法定人数和面积。');
  });

  it('names what is still missing, each in its own unit', () => {
    const checks = [quorum('headcount', 7, 12), quorum('exclusive_area', 47999, 72000)];
    expect(turnoutSentence(checks)).toBe('已有7位业主参与，人数还差1人，房本面积还差0.01㎡，表决才有效。');
  });

  it('does not pretend to know while an area is unknown', () => {
    const checks = [quorum('headcount', 8, 12), { ...quorum('exclusive_area', 48000, 72000), met: null }];
    expect(turnoutSentence(checks)).toBe('已有8位业主参与。有的房子面积还没查清，暂时算不出够不够。');
  });

  it('shows the fraction and what the tick stands for, never a bare percentage', () => {
    expect(gateFigure(quorum('headcount', 8, 12))).toBe('8 / 12人');
    expect(gateFigure(quorum('exclusive_area', 45500, 68250))).toBe('455.00 / 682.50㎡');
    expect(requiredWords(quorum('exclusive_area', 0, 68250))).toBe('需455.00㎡');
    expect(ratioWords(quorum('headcount', 0, 12))).toBe('不少于三分之二');
    expect(ratioWords({ ...quorum('headcount', 0, 12), numerator: 1, denominator: 2, comparison: 'more_than' })).toBe(
      '超过一半',
    );
  });
});

describe('What a neighbour reads about the decision', () => {
  const decision = { certain: true, possible: false, missing: [], verdict: 'rejected' as const };

  it('names the first gate that failed', () => {
    const approval: Check = { ...quorum('exclusive_area', 53999, 72000), role: 'approval', met: false, shortBy: 1 };
    expect(decisionSentence({ ...decision, checks: [quorum('headcount', 12, 12), approval] })).toBe(
      '表决没有通过：同意的房本面积还差0.01㎡。',
    );
  });

  it('does not call an undetermined result a refusal', () => {
    expect(decisionSentence({ ...decision, verdict: 'undetermined', checks: [] })).toBe(
      '结果还不能确定：有的房子面积没有查清。',
    );
  });
});
