import { basisLabels, formatArea, formatPercent } from '@jiati/contracts';
import { area } from '../lib/format';
import type { BriefCheck, Check, Decision, Gate, PivotDoors } from '@jiati/contracts';

const ratioNames: Record<string, string> = { '2/3': '三分之二', '3/4': '四分之三', '1/2': '二分之一' };

const roleNames: Record<Check['role'], string> = { quorum: '参与', approval: '同意', no_objection: '未反对' };

/** 12 人 or 720.00㎡ */
export const amount = (check: Pick<Check, 'basis'>, value: number): string =>
  check.basis === 'headcount' ? `${value} 人` : formatArea(value);

/** 参与人数, 同意面积 … */
export const gateName = (check: Pick<Check, 'role' | 'basis'>): string =>
  roleNames[check.role] + (check.basis === 'headcount' ? '人数' : '面积');

/** 全体业主人数 · 参与表决的面积: the denominator's name. */
export const wholeName = (check: Pick<Check, 'base' | 'basis'>): string =>
  (check.base === 'electorate' ? '全体业主' : '参与表决的') + (check.basis === 'headcount' ? '人数' : '面积');

/** 参与人数不少于全体业主人数的三分之二 */
export function thresholdOfGate(gate: Omit<Gate, 'id'>): string {
  if (gate.numerator === gate.denominator) return `${gateName(gate)}须为${wholeName(gate)}的全部`;
  const ratio = ratioNames[`${gate.numerator}/${gate.denominator}`] ?? `${gate.denominator}分之${gate.numerator}`;
  return `${gateName(gate)}${gate.comparison === 'more_than' ? '超过' : '不少于'}${wholeName(gate)}的${ratio}`;
}

/** 8 / 12 人 */
export const fraction = (check: BriefCheck): string =>
  check.basis === 'headcount' ? `${check.part} / ${check.whole} 人` : `${area(check.part)} / ${area(check.whole)}㎡`;

/** 占 66.66%; only ever printed beside its fraction. */
export const percentWords = (check: BriefCheck): string => `占 ${formatPercent(check.part, check.whole)}`;

/** 已达到 · 还差 1 人 · 暂时算不出来 */
export function outcomeWords(check: BriefCheck): string {
  if (check.met === null) return '暂时算不出来';
  if (check.met) return check.part === check.required ? '刚好达到' : '已达到';
  return `还差 ${amount(check, check.shortBy)}`;
}

/** 参与人数 8 / 12 人，需 8 人，刚好达到 */
export const gateSentence = (check: Check): string =>
  `${gateName(check)} ${fraction(check)}，需 ${amount(check, check.required)}，${outcomeWords(check)}`;

/** 人数 8 / 12 人，刚好达到: for a table's cell. */
export const gateBrief = (check: BriefCheck): string =>
  `${basisLabels[check.basis]} ${fraction(check)}，${outcomeWords(check)}`;

/** The decision as the first sentence of the count sheet. `closed`: no more ballots can come in. */
export function decisionSentence(decision: Decision, closed: boolean): string {
  const unknown = decision.missing.filter((item) => item.why === 'area_unknown').length;
  const held = decision.missing.filter((item) => item.why === 'ballots_held').length;
  const unmet = decision.checks.filter((check) => check.met === false).length;
  if (decision.verdict === 'approved') return '表决通过，各项条件全部达到。';
  if (decision.verdict === 'rejected') return `表决未通过，有 ${unmet} 项条件没有达到。`;
  if (unknown > 0) return `不能判定：有 ${unknown} 户的房本面积未知。`;
  if (closed && held > 0) return `暂时不能判定：有 ${held} 户的表决票互相矛盾，要先弄清楚。`;
  if (decision.certain) return '条件已全部达到。已表决的各户不改票，其余各户怎么表决都会通过。';
  if (!decision.possible) return '已表决的各户不改票，其余各户全部同意也不能通过。';
  if (unmet === 0) return '按现在收到的表决票，各项条件都已达到。截止前还可以改票，这不是结果。';
  return `还没有定论，有 ${unmet} 项条件没有达到。`;
}

/** 关键户: what would still be needed, in a sentence for staff. */
export function pivotSentence(pivot: PivotDoors): string | null {
  switch (pivot.reach) {
    case 'passes_already':
      return null;
    case 'reachable':
      return `最少再有 ${pivot.size} 户同意，就能达到全部条件。`;
    case 'area_unknown':
      return `最少还要 ${pivot.size ?? 1} 户同意；有面积未知的户，准确的数目算不出来。`;
    case 'out_of_reach':
      return '没有表决的各户全部同意，也达不到条件。';
  }
}

export const gates = {
  groups: { quorum: '法定参与', approval: '同意比例', no_objection: '没有反对' } satisfies Record<
    Check['role'],
    string
  >,
  groupHints: {
    quorum: '多少业主参与了表决，以全体业主为基数',
    approval: '参与的业主里有多少同意',
    no_objection: '有没有业主反对',
  } satisfies Record<Check['role'], string>,
  tick: (words: string) => `需 ${words}`,
  citation: (document: string, article: string) => `依据：《${document.replace(/^《|》$/g, '')}》${article}`,
  areaCoversKnown: '只算了面积已知的户',
};
